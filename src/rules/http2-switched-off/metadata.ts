import type { RuleMetadata } from '../rule.ts';

export const metadata: RuleMetadata = {
  id: 'http2-switched-off',
  name: 'Http2SwitchedOff',
  summary: 'A transport with its own dial function or TLS configuration speaks HTTP/1.1 only.',
  description:
    'An http.Transport whose Dial, DialContext, DialTLS, DialTLSContext or TLSClientConfig is set does not try HTTP/2, unless ForceAttemptHTTP2 is true. Nothing tells: requests work, but each that is under way takes a connection of its own, where HTTP/2 sends all to one host over one connection. When NextProtos offers h2 all the same, requests to servers that accept it fail.',
  help: [
    'Set ForceAttemptHTTP2: true, or start from http.DefaultTransport.(*http.Transport).Clone(), which has it set.',
    'Where HTTP/1.1 is wanted, say so: ForceAttemptHTTP2: false, or an empty TLSNextProto that is not nil.',
  ].join('\n\n'),
  fix: '`--fix --unsafe-fixes` sets `ForceAttemptHTTP2` in the transport’s literal.',
  examples: [
    {
      title: 'A TLS configuration of its own',
      bad: `package client

import (
	"crypto/tls"
	"net/http"
)

var client = &http.Client{Transport: &http.Transport{
	TLSClientConfig: &tls.Config{MinVersion: tls.VersionTLS13},
}}

// Get asks over HTTP/1.1, whatever the server can do.
func Get(url string) (*http.Response, error) {
	return client.Get(url)
}
`,
      good: `package client

import (
	"crypto/tls"
	"net/http"
)

var client = &http.Client{Transport: &http.Transport{
	TLSClientConfig:   &tls.Config{MinVersion: tls.VersionTLS13},
	ForceAttemptHTTP2: true,
}}

// Get asks over HTTP/2 where the server can.
func Get(url string) (*http.Response, error) {
	return client.Get(url)
}
`,
    },
  ],
  level: 'note',
  precision: 'medium',
  tags: ['net/http', 'performance'],
};
