import type { RuleMetadata } from '../rule.ts';

export const metadata: RuleMetadata = {
  id: 'transport-copied',
  name: 'TransportCopied',
  summary: 'An http.Transport is copied by value, and shares its idle connections without a common lock.',
  description:
    'An http.Transport that has been used must not be copied. The copy gets a mutex of its own, but the same map of idle connections: each takes connections of the other, CloseIdleConnections of one empties the pool of both, and when both are used at once the program ends with "fatal error: concurrent map writes". A copy of one that was never used works, until somebody uses it earlier.',
  help: [
    'Call Clone: `t := http.DefaultTransport.(*http.Transport).Clone()` gives a pointer to a transport with the same settings and a pool of its own. Clones keep connections too: make one once, not for each call.',
    'Hand transports on as pointers, and keep pointers to them in structs.',
  ].join('\n\n'),
  fix: '`--fix --unsafe-fixes` calls `Clone` instead, where the copy is used by its address only.',
  examples: [
    {
      title: 'A copy of the default transport',
      bad: `package client

import (
	"net/http"
	"time"
)

// New gives a client that waits for a header for a second.
func New() *http.Client {
	transport := *http.DefaultTransport.(*http.Transport)
	transport.ResponseHeaderTimeout = time.Second
	return &http.Client{Transport: &transport}
}
`,
      good: `package client

import (
	"net/http"
	"time"
)

// New gives a client that waits for a header for a second.
func New() *http.Client {
	transport := http.DefaultTransport.(*http.Transport).Clone()
	transport.ResponseHeaderTimeout = time.Second
	return &http.Client{Transport: transport}
}
`,
    },
  ],
  level: 'warning',
  precision: 'high',
  tags: ['net/http', 'concurrency'],
};
