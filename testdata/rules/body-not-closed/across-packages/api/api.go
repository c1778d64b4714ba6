// Package api is a client of one service, and the helpers around it.
package api

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
)

// Doer sends requests, as *http.Client does.
type Doer interface {
	Do(req *http.Request) (*http.Response, error)
}

// Client asks one service.
type Client struct {
	Doer Doer
	Base string
	Send func(req *http.Request) (*http.Response, error)
}

// Get hands the response to its caller, who closes it.
func (c *Client) Get(ctx context.Context, path string) (*http.Response, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, c.Base+path, nil)
	if err != nil {
		return nil, err
	}
	resp, err := c.Doer.Do(req)
	if err != nil {
		return nil, fmt.Errorf("get %s: %w", path, err)
	}
	return resp, nil
}

// Read gives the content alone.
func (c *Client) Read(ctx context.Context, path string) ([]byte, error) {
	resp, err := c.Get(ctx, path)
	if err != nil {
		return nil, err
	}
	defer Finish(resp)
	return io.ReadAll(resp.Body)
}

// Finish drains and closes the body of a response, which may be nil.
func Finish(resp *http.Response) {
	if resp == nil || resp.Body == nil {
		return
	}
	io.Copy(io.Discard, resp.Body)
	resp.Body.Close()
}

// Check closes the body when it returns an error.
func Check(resp *http.Response) error {
	if resp.StatusCode < 400 {
		return nil
	}
	defer resp.Body.Close()
	content, _ := io.ReadAll(resp.Body)
	return errors.New(string(content))
}

// Status tells what the server said.
func Status(resp *http.Response) string {
	return fmt.Sprintf("%s %s", resp.Proto, resp.Status)
}

// Must panics on errors.
func Must[T any](value T, err error) T {
	if err != nil {
		panic(err)
	}
	return value
}

// Retry calls the function until it succeeds, at most three times.
func Retry(f func() error) (err error) {
	for attempt := 0; attempt < 3; attempt++ {
		if err = f(); err == nil {
			return nil
		}
	}
	return err
}
