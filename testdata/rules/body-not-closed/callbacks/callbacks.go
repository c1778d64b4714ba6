// Package callbacks shows responses that functions held in values receive or give.
package callbacks

import (
	"encoding/json"
	"io"
	"net/http"
)

type handler func(resp *http.Response) error

type Client struct {
	http *http.Client
	do   func(req *http.Request) (*http.Response, error)
}

func New(client *http.Client) *Client {
	c := &Client{http: client}
	c.do = client.Do
	return c
}

// each gives the response to the function and closes it after.
func (c *Client) each(url string, handle handler) error {
	resp, err := c.http.Get(url)
	if err != nil {
		return err
	}
	defer func() {
		_, _ = io.Copy(io.Discard, resp.Body)
		_ = resp.Body.Close()
	}()
	return handle(resp)
}

// give leaves the response to the function.
func (c *Client) give(url string, handle handler) error {
	resp, err := c.http.Get(url)
	if err != nil {
		return err
	}
	return handle(resp)
}

func (c *Client) status(url string) (status int, err error) {
	err = c.each(url, func(resp *http.Response) error {
		status = resp.StatusCode
		return nil
	})
	return status, err
}

func (c *Client) decode(url string, value any) error {
	return c.give(url, func(resp *http.Response) error {
		defer resp.Body.Close()
		content, err := io.ReadAll(resp.Body)
		if err != nil {
			return err
		}
		return json.Unmarshal(content, value)
	})
}

func (c *Client) field(url string) (string, error) {
	req, err := http.NewRequest(http.MethodGet, url, nil)
	if err != nil {
		return "", err
	}
	resp, err := c.do(req) // want `body-not-closed: `
	if err != nil {
		return "", err
	}
	return resp.Status, nil
}

func (c *Client) fieldClosed(url string) ([]byte, error) {
	req, err := http.NewRequest(http.MethodGet, url, nil)
	if err != nil {
		return nil, err
	}
	resp, err := c.do(req)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

func parameterClosed(send func(*http.Request) (*http.Response, error), req *http.Request) error {
	resp, err := send(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	_, err = io.Copy(io.Discard, resp.Body)
	return err
}

func passedMethod(client *http.Client, req *http.Request) error {
	return parameterClosed(client.Do, req)
}

func literal(url string) (string, error) {
	fetch := func() (*http.Response, error) { return http.Get(url) }
	resp, err := fetch() // want `body-not-drained: `
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	return resp.Header.Get("Location"), nil
}

// through gives the response to what its callers make of a status: one of them looks at the header alone.
func (c *Client) through(url string, handle func(int, *http.Response) ([]byte, error)) ([]byte, error) {
	resp, err := c.http.Get(url) // want `body-not-drained: `
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return handle(resp.StatusCode, resp)
}

func whole(expected int) func(int, *http.Response) ([]byte, error) {
	return func(status int, resp *http.Response) ([]byte, error) {
		content, err := io.ReadAll(resp.Body)
		if err != nil || status != expected {
			return nil, http.ErrNotSupported
		}
		return content, nil
	}
}

func later() func(int, *http.Response) ([]byte, error) {
	return func(status int, resp *http.Response) ([]byte, error) {
		if status == http.StatusFound {
			return []byte(resp.Header.Get("Retry-After")), nil
		}
		return io.ReadAll(resp.Body)
	}
}

func (c *Client) metadata(url string) ([]byte, error) { return c.through(url, whole(http.StatusOK)) }

func (c *Client) report(url string) ([]byte, error) { return c.through(url, later()) }

// readBy gives the response to functions that all read it.
func (c *Client) readBy(url string, handle func(*http.Response) error) error {
	resp, err := c.http.Get(url)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	return handle(resp)
}

func discarded(resp *http.Response) error {
	_, err := io.Copy(io.Discard, resp.Body)
	return err
}

func (c *Client) discard(url string) error { return c.readBy(url, discarded) }

func (c *Client) content(url string) (content []byte, err error) {
	err = c.readBy(url, func(resp *http.Response) error {
		content, err = io.ReadAll(resp.Body)
		return err
	})
	return content, err
}

// leftTo leaves the response to a function that does not close it.
func (c *Client) leftTo(url string, handle func(*http.Response) error) error {
	resp, err := c.http.Get(url) // want `body-not-closed: `
	if err != nil {
		return err
	}
	return handle(resp)
}

func (c *Client) missing(url string) (missing bool, err error) {
	err = c.leftTo(url, func(resp *http.Response) error {
		missing = resp.StatusCode == http.StatusNotFound
		return nil
	})
	return missing, err
}
