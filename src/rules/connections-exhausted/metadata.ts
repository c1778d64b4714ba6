import type { RuleMetadata } from '../rule.ts';

export const metadata: RuleMetadata = {
  id: 'connections-exhausted',
  name: 'ConnectionsExhausted',
  summary:
    'Bodies are not closed on some path while the transport limits the connections of a host: requests will wait for ever.',
  description:
    'A response whose body is neither closed nor read to EOF keeps its connection for ever. A transport with MaxConnsPerHost set gives out that many and no more: after as many such responses every further request to the host waits for a connection that is never freed, without an error unless a timeout ends the wait.',
  help: [
    'Close the body on every path on which the error is nil, best by `defer resp.Body.Close()` right after the error check. The finding takes the place of `body-not-closed`: the leak is the same, but here it stops the program from sending requests.',
    'A timeout on the client or the request does not repair it: the requests then fail when it ends. Bodies that are closed unread cost their connection, but free its place.',
  ].join('\n\n'),
  fix: '`--fix` closes the body, as for `body-not-closed`.',
  examples: [
    {
      title: 'A status check over a limited transport',
      bad: `package example

import (
	"errors"
	"io"
	"net/http"
)

var client = &http.Client{Transport: &http.Transport{MaxConnsPerHost: 10}}

func fetch(url string) ([]byte, error) {
	resp, err := client.Get(url)
	if err != nil {
		return nil, err
	}
	if resp.StatusCode != http.StatusOK {
		return nil, errors.New(resp.Status)
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}
`,
      good: `package example

import (
	"errors"
	"io"
	"net/http"
)

var client = &http.Client{Transport: &http.Transport{MaxConnsPerHost: 10}}

func fetch(url string) ([]byte, error) {
	resp, err := client.Get(url)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	data, err := io.ReadAll(resp.Body)
	if err != nil {
		return nil, err
	}
	if resp.StatusCode != http.StatusOK {
		return nil, errors.New(resp.Status)
	}
	return data, nil
}
`,
    },
  ],
  level: 'error',
  precision: 'high',
  tags: ['net/http', 'resource-leak', 'reliability'],
};
