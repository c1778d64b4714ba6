// Package returned hands on responses whose requests end with the function.
package returned

import (
	"bufio"
	"compress/gzip"
	"context"
	"errors"
	"io"
	"net/http"
	"os/signal"
	"syscall"
	"time"
)

type Client struct {
	http *http.Client
}

func (c *Client) Open(ctx context.Context, url string) (*http.Response, error) {
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return nil, err
	}
	resp, err := c.http.Do(req) // want `body-cancelled: resp from c.http.Do is handed on at line 31 although its request is cancelled by then: `
	if err != nil {
		return nil, err
	}
	return resp, nil
}

func (c *Client) Body(ctx context.Context, url string) (io.ReadCloser, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer func() {
		cancel()
	}()
	req, err := http.NewRequest(http.MethodGet, url, nil)
	if err != nil {
		return nil, err
	}
	resp, err := c.http.Do(req.WithContext(ctx)) // want `body-cancelled: `
	if err != nil {
		return nil, err
	}
	if resp.StatusCode != http.StatusOK {
		resp.Body.Close()
		return nil, errors.New(resp.Status)
	}
	return resp.Body, nil
}

func (c *Client) explicit(ctx context.Context, url string) (*http.Response, error) {
	ctx, cancel := context.WithDeadline(ctx, time.Now().Add(time.Second))
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		cancel()
		return nil, err
	}
	resp, err := c.http.Do(req) // want `body-cancelled: `
	cancel()
	return resp, err
}

type download struct {
	name string
	body io.Reader
}

func (c *Client) Download(ctx context.Context, url string) (*download, error) {
	ctx, stop := signal.NotifyContext(ctx, syscall.SIGINT)
	defer stop()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return nil, err
	}
	resp, err := c.http.Do(req) // want `body-cancelled: `
	if err != nil {
		return nil, err
	}
	return &download{name: url, body: bufio.NewReader(resp.Body)}, nil
}

func (c *Client) Unzipped(ctx context.Context, url string, limit time.Duration) (r io.Reader, err error) {
	if limit > 0 {
		var cancel context.CancelFunc
		ctx, cancel = context.WithTimeout(ctx, limit)
		defer cancel()
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return nil, err
	}
	resp, err := c.http.Do(req) // want `body-cancelled: `
	if err != nil {
		return nil, err
	}
	return gzip.NewReader(resp.Body)
}

// A context that is derived from the one that is cancelled ends with it.
func (c *Client) Derived(parent context.Context, url string) (*http.Response, error) {
	outer, cancel := context.WithTimeoutCause(parent, time.Second, errors.New("too slow"))
	defer cancel()
	ctx := context.WithValue(outer, key{}, url)
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return nil, err
	}
	return c.http.Do(req) // want `body-cancelled: `
}

type key struct{}

// There is a cancel function either way, so that it can be deferred.
func (c *Client) Limited(ctx context.Context, url string, limit time.Duration) (*http.Response, error) {
	cancel := func() {}
	if limit > 0 {
		ctx, cancel = context.WithTimeout(ctx, limit)
	}
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return nil, err
	}
	return c.http.Do(req) // want `body-cancelled: `
}

func (c *Client) Repeatedly(ctx context.Context, url string) (*http.Response, error) {
	for range [3]int{} {
		attempt, cancel := context.WithTimeout(ctx, time.Second)
		req, err := http.NewRequestWithContext(attempt, http.MethodGet, url, nil)
		if err != nil {
			cancel()
			return nil, err
		}
		resp, err := c.http.Do(req) // want `body-cancelled: `
		cancel()
		if err == nil {
			return resp, nil
		}
	}
	return nil, errors.New("no answer")
}
