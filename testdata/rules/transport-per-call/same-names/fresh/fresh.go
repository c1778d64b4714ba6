// Package fresh has functions that call the methods of the same names of a client for each call.
package fresh

import (
	"context"
	"io"
	"net/http"
	"sync"
)

// Client makes its transport when it first needs it.
type Client struct {
	once sync.Once
	http *http.Client
}

func (c *Client) get(ctx context.Context, path string) error {
	c.once.Do(func() {
		c.http = &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 4}} // want `transport-per-call: .* is made anew for each request`
	})
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, "http://127.0.0.1:1"+path, nil)
	if err != nil {
		return err
	}
	resp, err := c.http.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	_, err = io.Copy(io.Discard, resp.Body)
	return err
}

// Status asks with the client.
func (c *Client) Status(ctx context.Context) error { return c.get(ctx, "/status") }

// Status asks with a client of its own.
func Status(ctx context.Context) error { return new(Client).Status(ctx) }
