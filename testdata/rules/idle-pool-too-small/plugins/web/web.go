// Package web sends requests.
package web

import (
	"crypto/tls"
	"io"
	"net/http"
)

// Client sends requests over one transport.
type Client struct{ client *http.Client }

// New makes a client.
func New() *Client {
	return &Client{client: &http.Client{
		Transport: &http.Transport{TLSClientConfig: &tls.Config{MinVersion: tls.VersionTLS12}}, // want `http2-switched-off: `
	}}
}

// Get obtains what a URL names.
func (c *Client) Get(url string) (io.ReadCloser, error) { return c.plain(http.MethodGet, url) }

func (c *Client) plain(method, url string) (io.ReadCloser, error) { return c.send(method, url, nil) }

func (c *Client) send(method, url string, body io.Reader) (io.ReadCloser, error) {
	request, err := http.NewRequest(method, url, body)
	if err != nil {
		return nil, err
	}
	resp, err := c.client.Do(request) // want `idle-pool-too-small: 20 goroutines`
	if err != nil {
		return nil, err
	}
	return resp.Body, nil
}
