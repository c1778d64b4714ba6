import type { RuleMetadata } from '../rule.ts';

export const metadata: RuleMetadata = {
  id: 'body-not-drained',
  name: 'BodyNotDrained',
  summary: 'A response body is closed on some path without being read to EOF: its connection is thrown away.',
  description:
    'An HTTP/1 connection goes back to the pool only after the body was read to EOF. Closing a body unread closes the connection, and the next request pays a new one: TIME_WAIT sockets and handshakes pile up. From Go 1.27 on Close itself reads up to 256 KiB within 50 ms.',
  help: [
    'Read the body to EOF before closing it, on error branches too: `io.Copy(io.Discard, resp.Body)`, bounded by `io.CopyN` where a server may send without end.',
    'A deferred Close must run after the drain: deferred calls run in reverse order, so defer Close first, or drain and close in one deferred function. HTTP/2 connections are not affected.',
  ].join('\n\n'),
  fix: '`--fix` reads the body to EOF where it is closed, at most `--drain-limit` bytes when that is given; a body that may be endless is drained with `--unsafe-fixes` only, and never without a bound.',
  examples: [
    {
      title: 'Only the status is of interest',
      bad: `package example

import "net/http"

func alive(url string) bool {
	resp, err := http.Get(url)
	if err != nil {
		return false
	}
	defer resp.Body.Close()
	return resp.StatusCode == http.StatusOK
}
`,
      good: `package example

import (
	"io"
	"net/http"
)

func alive(url string) bool {
	resp, err := http.Get(url)
	if err != nil {
		return false
	}
	defer resp.Body.Close()
	_, _ = io.Copy(io.Discard, resp.Body)
	return resp.StatusCode == http.StatusOK
}
`,
    },
  ],
  level: 'warning',
  precision: 'high',
  tags: ['net/http', 'performance'],
};
