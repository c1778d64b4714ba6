// Package client keeps responses for whoever wants to look at their headers later.
package client

import (
	"encoding/json"
	"io"
	"net/http"
)

type Client struct {
	http *http.Client
	last *http.Response
}

// Result tells of an answer.
type Result struct {
	Response *http.Response
	Value    map[string]string
}

type parser interface {
	Parse(client *Client) error
}

// Who looks at the response later finds its body closed.
func (c *Client) delete(url string) error {
	req, err := http.NewRequest(http.MethodDelete, url, nil)
	if err != nil {
		return err
	}
	resp, err := c.http.Do(req) // want "body-not-drained: "
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	c.last = resp
	return nil
}

func (c *Client) get(url string, result *Result) error {
	resp, err := c.http.Get(url) // want "body-partly-read: "
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	result.Response = resp
	return json.NewDecoder(resp.Body).Decode(&result.Value)
}

func (c *Client) drained(url string) error {
	resp, err := c.http.Get(url)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	c.last = resp
	_, err = io.Copy(io.Discard, resp.Body)
	return err
}

// It is read where it is kept.
func (c *Client) content(url string) ([]byte, error) {
	resp, err := c.http.Get(url)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	c.last = resp
	return c.read()
}

func (c *Client) read() ([]byte, error) {
	return io.ReadAll(c.last.Body)
}

func (c *Client) parsed(url string, p parser) error {
	resp, err := c.http.Get(url)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	c.last = resp
	return p.Parse(c)
}

// What is kept open is for others to close.
func (c *Client) open(url string) (err error) {
	resp, err := c.http.Get(url)
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			resp.Body.Close()
		}
	}()
	c.last = resp
	return nil
}
