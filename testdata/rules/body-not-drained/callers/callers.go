// Package callers shows what a function's only callers say of its parameters.
package callers

import (
	"encoding/json"
	"io"
	"net/http"
)

type Client struct {
	http *http.Client
}

// Both callers pass a pointer: the way without a target is never taken.
func (c *Client) load(url string, target any) error {
	resp, err := c.http.Get(url)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if target == nil {
		return nil
	}
	content, err := io.ReadAll(resp.Body)
	if err != nil {
		return err
	}
	return json.Unmarshal(content, target)
}

func (c *Client) Name(url string) (name string, err error) {
	err = c.load(url, &name)
	return name, err
}

func (c *Client) Size(url string) (int, error) {
	var size struct{ Bytes int }
	err := c.load(url, &size)
	return size.Bytes, err
}

// One caller passes nil.
func (c *Client) send(url string, target any) error {
	resp, err := c.http.Get(url) // want `body-not-drained: `
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if target == nil {
		return nil
	}
	content, err := io.ReadAll(resp.Body)
	if err != nil {
		return err
	}
	return json.Unmarshal(content, target)
}

func (c *Client) Fetch(url string, target *string) error {
	return c.send(url, target)
}

func (c *Client) Delete(url string) error {
	return c.send(url, nil)
}

// Its value is passed on: callers are not known.
func (c *Client) visit(url string, target any) error {
	resp, err := c.http.Get(url) // want `body-not-drained: `
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if target == nil {
		return nil
	}
	content, err := io.ReadAll(resp.Body)
	if err != nil {
		return err
	}
	return json.Unmarshal(content, target)
}

func (c *Client) Visitor() func(string, any) error {
	return c.visit
}

func (c *Client) First(url string) (first string, err error) {
	err = c.visit(url, &first)
	return first, err
}

// The target is given through another function and a closure.
func (c *Client) open(url string, target any) (*http.Response, error) {
	resp, err := c.http.Get(url)
	if err != nil {
		return nil, err
	}
	if target == nil {
		return resp, nil
	}
	defer resp.Body.Close()
	content, err := io.ReadAll(resp.Body)
	if err != nil {
		return resp, err
	}
	return resp, json.Unmarshal(content, target)
}

func (c *Client) retried(url string, target any) (resp *http.Response, err error) {
	attempt := func() error {
		resp, err = c.open(url, target)
		return err
	}
	err = twice(attempt)
	return resp, err
}

func twice(attempt func() error) error {
	if err := attempt(); err == nil {
		return nil
	}
	return attempt()
}

func (c *Client) Status(url string) (int, error) {
	var ignored map[string]any
	resp, err := c.retried(url, &ignored)
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func (c *Client) Kept(url string) (int, error) {
	resp, err := c.retried(url, nil) // want `body-not-closed: `
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}
