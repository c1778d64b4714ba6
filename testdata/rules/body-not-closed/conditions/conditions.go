// Package conditions shows paths that errors and statuses choose.
package conditions

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
)

var methods = struct{ check string }{check: "HEAD"}

type Client struct {
	http  *http.Client
	cache map[string][]byte
}

func (c *Client) send(ctx context.Context, method, address string) (*http.Response, error) {
	req, err := http.NewRequestWithContext(ctx, method, address, nil)
	if err != nil {
		return nil, err
	}
	return c.http.Do(req)
}

func (c *Client) probeVariable(ctx context.Context, address string) (int64, error) {
	method := http.MethodHead
	req, err := http.NewRequestWithContext(ctx, method, address, nil)
	if err != nil {
		return 0, err
	}
	resp, err := c.http.Do(req)
	if err != nil {
		return 0, err
	}
	return resp.ContentLength, nil
}

func (c *Client) options(ctx context.Context, address string) (string, error) {
	resp, err := c.send(ctx, http.MethodOptions, address) // want `body-not-closed: `
	if err != nil {
		return "", err
	}
	return resp.Header.Get("Allow"), nil
}

func (c *Client) conditional(req *http.Request) ([]byte, error) {
	resp, err := c.http.Do(req)
	if err != nil {
		return nil, err
	}
	switch resp.StatusCode {
	case http.StatusNotModified:
		return c.cache[req.URL.String()], nil
	case http.StatusNoContent:
		return nil, nil
	default:
		defer resp.Body.Close()
		return io.ReadAll(resp.Body)
	}
}

func (c *Client) conditionalLost(req *http.Request) ([]byte, error) {
	resp, err := c.http.Do(req) // want `body-not-closed: `
	if err != nil {
		return nil, err
	}
	switch resp.StatusCode {
	case http.StatusNotModified, http.StatusGone:
		return c.cache[req.URL.String()], nil
	case http.StatusNoContent:
		return nil, nil
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

func (c *Client) createdOrNothing(req *http.Request) error {
	resp, err := c.http.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	switch resp.StatusCode {
	case http.StatusNoContent:
		return nil
	case http.StatusCreated:
		fallthrough
	case http.StatusOK:
		_, err := io.Copy(io.Discard, resp.Body)
		return err
	}
	content, _ := io.ReadAll(resp.Body)
	return fmt.Errorf("%s: %s", resp.Status, content)
}

func (c *Client) deadline(req *http.Request) ([]byte, error) {
	resp, err := c.http.Do(req)
	var netErr net.Error
	switch {
	case errors.As(err, &netErr) && netErr.Timeout():
		return nil, context.DeadlineExceeded
	case errors.Is(err, context.Canceled):
		return nil, nil
	case err != nil:
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

func (c *Client) unwrapped(req *http.Request) (string, error) {
	resp, err := c.http.Do(req)
	var urlErr *url.Error
	if errors.As(err, &urlErr) {
		return "", urlErr.Err
	} else if err != nil {
		return "", err
	}
	content, err := io.ReadAll(resp.Body)
	return string(content), errors.Join(err, resp.Body.Close())
}

type statusError struct{ code int }

func (e *statusError) Error() string { return http.StatusText(e.code) }

func (c *Client) check(resp *http.Response) error {
	if resp.StatusCode < 400 {
		return nil
	}
	return &statusError{resp.StatusCode}
}

func (c *Client) missing(req *http.Request) ([]byte, error) {
	resp, err := c.http.Do(req) // want `body-not-closed: `
	if err != nil {
		return nil, err
	}
	err = c.check(resp)
	var status *statusError
	if errors.As(err, &status) && status.code == http.StatusNotFound {
		return nil, nil
	}
	defer resp.Body.Close()
	if err != nil {
		content, _ := io.ReadAll(resp.Body)
		return content, err
	}
	return io.ReadAll(resp.Body)
}

// One test decides both whether there is a response and whether it is closed.
func (c *Client) optional(req *http.Request, skip bool) (content []byte, err error) {
	var resp *http.Response
	if !skip {
		if resp, err = c.http.Do(req); err != nil {
			return nil, err
		}
	}
	if resp == nil {
		return nil, nil
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

func (c *Client) jumped(req *http.Request) (content []byte, err error) {
	resp, err := c.http.Do(req)
	if err != nil {
		return nil, err
	}
	if content, err = io.ReadAll(resp.Body); err != nil {
		goto fail
	}
	if resp.StatusCode >= 400 {
		err = &statusError{resp.StatusCode}
		goto fail
	}
	return content, resp.Body.Close()
fail:
	resp.Body.Close()
	return nil, err
}

func (c *Client) assignedBlank(req *http.Request) error {
	resp, err := c.http.Do(req) // want `body-not-closed: `
	_ = resp
	if err != nil {
		return fmt.Errorf("send: %w", err)
	}
	return nil
}

func (c *Client) form(address string, values url.Values) error {
	resp, err := c.http.PostForm(address, values) // want `body-not-drained: `
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode >= 400 {
		return &statusError{resp.StatusCode}
	}
	return nil
}

func (c *Client) settings(ctx context.Context, address string) (int, error) {
	resp, err := c.send(ctx, methods.check, address)
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	_, err = io.Copy(io.Discard, resp.Body)
	return resp.StatusCode, err
}
