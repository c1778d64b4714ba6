import type { RuleMetadata } from '../rule.ts';

export const metadata: RuleMetadata = {
  id: 'body-cancelled',
  name: 'BodyCancelled',
  summary:
    'A response is handed on, or read, after the context of its request was cancelled: its body cannot be read.',
  description:
    'When the context of a request ends, so does its body: reads fail with "context canceled" except for what was buffered by chance, and the connection is closed. A function that defers the cancel of its own context and returns the response, its body, or a reader over it, gives its caller a body that works in tests with small answers and fails with larger or slower ones.',
  help: [
    'Read the body before the function returns, and return what was read. Where the body has to be handed on, the cancel function goes with it: let the caller create the context, return the cancel function beside the response, or wrap the body in a reader whose Close closes the body and then cancels.',
    'Cancelling only where an error is returned is fine. For a limit that ends with the headers, set `ResponseHeaderTimeout` on the transport. A response whose callers are all seen to look at its status only is not reported here, but as `body-not-drained`: its connection is lost all the same.',
  ].join('\n\n'),
  examples: [
    {
      title: 'A helper that makes its own deadline',
      bad: `package example

import (
	"context"
	"net/http"
	"time"
)

func Open(ctx context.Context, url string) (*http.Response, error) {
	ctx, cancel := context.WithTimeout(ctx, 10*time.Second)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return nil, err
	}
	return http.DefaultClient.Do(req)
}
`,
      good: `package example

import (
	"context"
	"io"
	"net/http"
	"time"
)

func Fetch(ctx context.Context, url string) ([]byte, error) {
	ctx, cancel := context.WithTimeout(ctx, 10*time.Second)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return nil, err
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}
`,
    },
  ],
  level: 'error',
  precision: 'high',
  tags: ['net/http', 'correctness', 'context'],
};
