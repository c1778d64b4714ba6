// Package remote is a client that has more methods than http.Client.
package remote

import (
	"errors"
	"net/http"
)

// Client sends requests to one host.
type Client interface {
	Host() string
	Do(req *http.Request) (*http.Response, error)
}

// New makes a client.
func New(host string) Client { return &client{host: host, client: &http.Client{}} }

type client struct {
	host   string
	client *http.Client
}

func (c *client) Host() string { return c.host }

func (c *client) Do(req *http.Request) (*http.Response, error) { return c.do(req) }

func (c *client) do(req *http.Request) (*http.Response, error) {
	resp, err := c.client.Do(req) // want `body-not-drained: `
	if err != nil {
		return nil, err
	}
	if resp.StatusCode >= http.StatusBadRequest {
		resp.Body.Close()
		return nil, errors.New(resp.Status)
	}
	return resp, nil
}
