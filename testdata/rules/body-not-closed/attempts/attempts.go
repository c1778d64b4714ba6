// Package attempts shows requests that are sent again.
package attempts

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"time"
)

type Client struct {
	http  *http.Client
	times int
}

func backoff(ctx context.Context, times int, operation func() error) (err error) {
	for attempt := 0; attempt < times; attempt++ {
		if err = operation(); err == nil {
			return nil
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(time.Duration(attempt) * time.Second):
		}
	}
	return err
}

// The response of a refused attempt is closed before the next one.
func (c *Client) captured(ctx context.Context, req *http.Request) (*http.Response, error) {
	var resp *http.Response
	err := backoff(ctx, c.times, func() error {
		var err error
		resp, err = c.http.Do(req)
		if err != nil {
			return err
		}
		if resp.StatusCode >= 500 {
			_, _ = io.Copy(io.Discard, resp.Body)
			resp.Body.Close()
			return errors.New(resp.Status)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return resp, nil
}

func (c *Client) usesCaptured(ctx context.Context, req *http.Request) (string, error) {
	resp, err := c.captured(ctx, req)
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	content, err := io.ReadAll(resp.Body)
	return string(content), err
}

func (c *Client) closedBeforeNext(req *http.Request) (resp *http.Response, err error) {
	for attempt := 0; attempt <= c.times; attempt++ {
		if resp != nil {
			_, _ = io.Copy(io.Discard, resp.Body)
			resp.Body.Close()
		}
		resp, err = c.http.Do(req)
		if err == nil && resp.StatusCode < 500 {
			return resp, nil
		}
	}
	return resp, err
}

func (c *Client) retryAfter(req *http.Request) ([]byte, error) {
	for attempt := 0; ; attempt++ {
		resp, err := c.http.Do(req) // want `body-not-closed: `
		if err != nil {
			return nil, err
		}
		if resp.StatusCode == http.StatusTooManyRequests && attempt < c.times {
			wait, err := time.ParseDuration(resp.Header.Get("Retry-After") + "s")
			if err != nil {
				return nil, fmt.Errorf("retry after: %w", err)
			}
			_, _ = io.Copy(io.Discard, resp.Body)
			resp.Body.Close()
			time.Sleep(wait)
			continue
		}
		content, err := io.ReadAll(resp.Body)
		resp.Body.Close()
		return content, err
	}
}

func (c *Client) labelled(requests []*http.Request) (accepted int, err error) {
outer:
	for _, req := range requests {
		for attempt := 0; attempt < c.times; attempt++ {
			resp, err := c.http.Do(req)
			if err != nil {
				continue
			}
			_, _ = io.Copy(io.Discard, resp.Body)
			resp.Body.Close()
			if resp.StatusCode < 300 {
				accepted++
				continue outer
			}
		}
		return accepted, errors.New("refused")
	}
	return accepted, nil
}

func (c *Client) labelledLost(requests []*http.Request) (accepted int) {
outer:
	for _, req := range requests {
		for attempt := 0; attempt < c.times; attempt++ {
			resp, err := c.http.Do(req) // want `body-not-closed: `
			if err != nil {
				break outer
			}
			if resp.StatusCode < 300 {
				accepted++
				continue outer
			}
			_, _ = io.Copy(io.Discard, resp.Body)
			resp.Body.Close()
		}
	}
	return accepted
}

// The inner resp is another variable: the Close is not its own.
func (c *Client) shadowed(req *http.Request, again bool) (string, error) {
	resp, err := c.http.Do(req)
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	if again {
		resp, err := c.http.Do(req.Clone(req.Context())) // want `body-not-closed: `
		if err == nil && resp.StatusCode != http.StatusOK {
			c.times--
		}
	}
	content, err := io.ReadAll(resp.Body)
	return string(content), err
}

func (c *Client) ifElse(req *http.Request) (int, error) {
	if resp, err := c.http.Do(req); err != nil {
		return 0, err
	} else if resp.StatusCode != http.StatusOK {
		defer resp.Body.Close()
		_, err := io.Copy(io.Discard, resp.Body)
		return resp.StatusCode, err
	} else {
		content, err := io.ReadAll(resp.Body)
		resp.Body.Close()
		return len(content), err
	}
}

func (c *Client) ifElseLost(req *http.Request) (int, error) {
	if resp, err := c.http.Do(req); err != nil { // want `body-not-closed: `
		return 0, err
	} else if resp.StatusCode != http.StatusOK {
		return resp.StatusCode, nil
	} else {
		content, err := io.ReadAll(resp.Body)
		resp.Body.Close()
		return len(content), err
	}
}

// Authorisation is asked for once, and the first answer is closed.
func (c *Client) authorised(req *http.Request, token func() (string, error)) (*http.Response, error) {
	resp, err := c.http.Do(req)
	if err != nil || resp.StatusCode != http.StatusUnauthorized {
		return resp, err
	}
	_, _ = io.Copy(io.Discard, resp.Body)
	resp.Body.Close()
	value, err := token()
	if err != nil {
		return nil, err
	}
	req.Header.Set("Authorization", "Bearer "+value)
	return c.http.Do(req)
}

func (c *Client) authorisedLost(req *http.Request, token func() (string, error)) (*http.Response, error) {
	resp, err := c.http.Do(req) // want `body-not-closed: `
	if err != nil || resp.StatusCode != http.StatusUnauthorized {
		return resp, err
	}
	value, err := token()
	if err != nil {
		return nil, err
	}
	req.Header.Set("Authorization", "Bearer "+value)
	return c.http.Do(req)
}

func (c *Client) polled(ctx context.Context, req *http.Request) error {
	ticker := time.NewTicker(time.Second)
	defer ticker.Stop()
	for {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-ticker.C:
			resp, err := c.http.Do(req) // want `body-not-closed: `
			if err != nil {
				continue
			}
			if resp.StatusCode == http.StatusOK {
				return nil
			}
			_, _ = io.Copy(io.Discard, resp.Body)
			resp.Body.Close()
		}
	}
}
