import type { RuleMetadata } from '../rule.ts';

export const metadata: RuleMetadata = {
  id: 'tcp-keepalive-misused',
  name: 'TcpKeepaliveMisused',
  summary:
    'TCP keep-alive is switched off in the dial function of a transport that goes on pooling connections.',
  description:
    'TCP keep-alive and HTTP keep-alive are two things. SetKeepAlive(false), and a negative KeepAlive of net.Dialer, stop the kernel from probing whether the other side of a connection is alive. They do not stop http.Transport from keeping the connection for the next request, and an idle connection whose other side is gone is then noticed later, not earlier.',
  help: [
    'To use each connection for one request only, set DisableKeepAlives: true in the transport. To close idle connections earlier, set IdleConnTimeout; to keep fewer, MaxIdleConnsPerHost.',
    'Where TCP keep-alive itself is meant, leave it on: it is what finds connections that a firewall or a crash has cut.',
  ].join('\n\n'),
  fix: '`--fix --unsafe-fixes` sets `DisableKeepAlives` in the transport’s literal: what the code seems to mean.',
  examples: [
    {
      title: 'A dialer without TCP keep-alive for a transport that is to keep no connection',
      bad: `package client

import (
	"net"
	"net/http"
)

// New gives a client that is meant to open a connection for each request.
func New() *http.Client {
	dialer := &net.Dialer{KeepAlive: -1}
	return &http.Client{Transport: &http.Transport{DialContext: dialer.DialContext}}
}
`,
      good: `package client

import "net/http"

// New gives a client that opens a connection for each request.
func New() *http.Client {
	return &http.Client{Transport: &http.Transport{DisableKeepAlives: true}}
}
`,
    },
    {
      title: 'SetKeepAlive on the connections of a pool',
      bad: `package client

import (
	"net"
	"net/http"
)

var Transport = &http.Transport{
	Dial: func(network, address string) (net.Conn, error) {
		conn, err := net.Dial(network, address)
		if tcp, ok := conn.(*net.TCPConn); ok {
			_ = tcp.SetKeepAlive(false)
		}
		return conn, err
	},
}
`,
      good: `package client

import "net/http"

var Transport = &http.Transport{DisableKeepAlives: true}
`,
    },
  ],
  level: 'warning',
  precision: 'high',
  tags: ['net/http', 'performance'],
};
