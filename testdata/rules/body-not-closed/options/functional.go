package options

import (
	"encoding/json"
	"io"
	"net/http"
)

type settings struct {
	raw    bool
	trace  bool
	target any
}

// Option sets one of them.
type Option func(*settings)

func Raw() Option {
	return func(s *settings) { s.raw = true }
}

func Into(target any) Option {
	return func(s *settings) { s.target = target }
}

func settle(options ...Option) *settings {
	s := &settings{}
	for _, option := range options {
		option(s)
	}
	return s
}

// Fetch leaves the body to its callers if an option says so.
func (c *Client) Fetch(url string, options ...Option) (*http.Response, error) {
	var s settings
	for _, option := range options {
		option(&s)
	}
	resp, err := c.http.Get(url)
	if err != nil {
		return nil, err
	}
	if s.raw {
		return resp, nil
	}
	defer resp.Body.Close()
	content, err := io.ReadAll(resp.Body)
	if err != nil {
		return nil, err
	}
	return resp, json.Unmarshal(content, s.target)
}

func (c *Client) fetched(url string) (int, error) {
	var value map[string]string
	resp, err := c.Fetch(url, Into(&value))
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

// FetchSettled has its options applied by another function.
func (c *Client) FetchSettled(url string, options ...Option) (*http.Response, error) {
	s := settle(options...)
	resp, err := c.http.Get(url)
	if err != nil {
		return nil, err
	}
	if s.raw {
		return resp, nil
	}
	defer resp.Body.Close()
	_, err = io.Copy(io.Discard, resp.Body)
	return resp, err
}

func (c *Client) settled(url string) (int, error) {
	resp, err := c.FetchSettled(url)
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

// Applier is an option with a method.
type Applier interface {
	apply(*settings)
}

func (c *Client) FetchApplied(url string, options ...Applier) (*http.Response, error) {
	s := &settings{}
	for _, option := range options {
		option.apply(s)
	}
	resp, err := c.http.Get(url)
	if err != nil {
		return nil, err
	}
	if !s.raw {
		defer resp.Body.Close()
		_, err = io.Copy(io.Discard, resp.Body)
	}
	return resp, err
}

func (c *Client) applied(url string) (int, error) {
	resp, err := c.FetchApplied(url)
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

// FetchOpen leaves the body to its callers whatever the options are.
func (c *Client) FetchOpen(url string, options ...Option) (*http.Response, error) {
	s := settle(options...)
	resp, err := c.http.Get(url)
	if err != nil {
		return nil, err
	}
	if resp.StatusCode >= 400 {
		defer resp.Body.Close()
		_, _ = io.Copy(io.Discard, resp.Body)
		return nil, http.ErrNotSupported
	}
	if s.trace {
		c.seen++
	}
	return resp, nil
}

func (c *Client) opened(url string) (int, error) {
	resp, err := c.FetchOpen(url) // want `body-not-closed: `
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}
