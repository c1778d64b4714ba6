import type { RuleMetadata } from '../rule.ts';

export const metadata: RuleMetadata = {
  id: 'shared-pool-emptied',
  name: 'SharedPoolEmptied',
  summary:
    'CloseIdleConnections is called on a shared client after each request: no connection is used twice.',
  description:
    'CloseIdleConnections closes every connection that waits in the pool, for all who share it. Called after each request, in each iteration, or by each handler, on a package variable, a client that a long-lived value keeps, or a client without a transport of its own, which uses http.DefaultTransport, it makes every request dial anew, and costs other goroutines their connections too.',
  help: [
    'Leave the connections in the pool: IdleConnTimeout closes those that are not used. Call CloseIdleConnections where the client itself is given up, as in a Close method, or after a change that makes old connections useless.',
    'Where no connection is to be kept, say so by `DisableKeepAlives` on a transport of its own. A transport that is made for one call and emptied at its end is right, and so are calls that are made on errors only, and loops that wait for a timer between their requests.',
  ].join('\n\n'),
  fix: '`--fix --unsafe-fixes` takes the call away.',
  examples: [
    {
      title: 'Tidying up after each call',
      bad: `package example

import (
	"io"
	"net/http"
	"time"
)

var client = &http.Client{Timeout: 10 * time.Second}

func Fetch(url string) ([]byte, error) {
	defer client.CloseIdleConnections()
	resp, err := client.Get(url)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}
`,
      good: `package example

import (
	"io"
	"net/http"
	"time"
)

var client = &http.Client{Timeout: 10 * time.Second}

func Fetch(url string) ([]byte, error) {
	resp, err := client.Get(url)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}
`,
    },
  ],
  level: 'warning',
  precision: 'high',
  tags: ['net/http', 'performance'],
};
