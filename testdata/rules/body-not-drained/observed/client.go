// Package client shows responses that are looked at on their way to whoever closes them.
package client

import (
	"io"
	"net/http"
	"net/http/httputil"
)

type client struct {
	http   *http.Client
	debug  bool
	hook   func(*http.Response)
	forget bool
}

// dumped leaves the response to its caller, dumped or not.
func (c *client) dumped(url string) (*http.Response, error) {
	resp, err := c.http.Get(url)
	if err != nil {
		return nil, err
	}
	if c.debug {
		_, _ = httputil.DumpResponse(resp, true)
	}
	return resp, nil
}

// hooked shows the response to a hook first, when there is one.
func (c *client) hooked(url string) (*http.Response, error) {
	resp, err := c.http.Get(url)
	if err != nil {
		return nil, err
	}
	if c.hook != nil {
		c.hook(resp)
	}
	return resp, nil
}

// forgetting closes the body itself when it is not wanted.
func (c *client) forgetting(url string) (*http.Response, error) {
	resp, err := c.http.Get(url)
	if err != nil {
		return nil, err
	}
	if c.forget {
		_, _ = io.Copy(io.Discard, resp.Body)
		_ = resp.Body.Close()
	}
	return resp, nil
}

func (c *client) status(url string) (int, error) {
	resp, err := c.dumped(url) // want "body-not-drained: .*closed without having been read"
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, resp.Body.Close()
}

func (c *client) length(url string) (int64, error) {
	resp, err := c.hooked(url) // want "body-not-drained: .*closed without having been read"
	if err != nil {
		return 0, err
	}
	return resp.ContentLength, resp.Body.Close()
}

func (c *client) kind(url string) (string, error) {
	resp, err := c.forgetting(url)
	if err != nil {
		return "", err
	}
	return resp.Header.Get("Content-Type"), resp.Body.Close()
}
