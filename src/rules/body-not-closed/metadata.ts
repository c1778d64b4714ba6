import type { RuleMetadata } from '../rule.ts';

export const metadata: RuleMetadata = {
  id: 'body-not-closed',
  name: 'BodyNotClosed',
  summary: 'A response body is neither closed nor read to EOF on some path: its connection is leaked.',
  description:
    'A response whose body is neither closed nor read to EOF keeps its connection, two goroutines and a file descriptor until the process ends. Garbage collection, idle timeouts and the server closing its side do not free them.',
  help: [
    'Close the body on every path on which the error is nil, best by `defer resp.Body.Close()` right after the error check. A response assigned to `_` must be given a name and closed. In a retry loop, close each response before the next request.',
    'A response that is returned, stored or handed to another function is that code’s to close; a body read to EOF needs no Close. Where the transport limits its connections, `connections-exhausted` is reported instead.',
  ].join('\n\n'),
  fix: '`--fix` defers a Close behind the error check, or closes where the response is lost.',
  examples: [
    {
      title: 'An early return before the deferred Close',
      bad: `package example

import (
	"fmt"
	"io"
	"net/http"
)

func fetch(url string) ([]byte, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	if resp.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("status %s", resp.Status)
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}
`,
      good: `package example

import (
	"fmt"
	"io"
	"net/http"
)

func fetch(url string) ([]byte, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	data, err := io.ReadAll(resp.Body)
	if err != nil {
		return nil, err
	}
	if resp.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("status %s: %s", resp.Status, data)
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
