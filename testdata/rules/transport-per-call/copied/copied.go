// Package copied sends single requests with changed copies of a client.
package copied

import (
	"errors"
	"io"
	"net/http"
	"time"
)

// Client sends requests to one server.
type Client struct {
	base string
	http *http.Client
}

// New makes a Client. Who calls it decides how many transports there are.
func New(base string) *Client {
	return &Client{base: base, http: &http.Client{Transport: &http.Transport{}}}
}

// withTimeout copies a client with its transport.
func withTimeout(client *http.Client, timeout time.Duration) (*http.Client, error) {
	transport, ok := client.Transport.(*http.Transport)
	if !ok {
		return nil, errors.New("not a transport of net/http")
	}
	clone := transport.Clone() // want `transport-per-call: The clone of a transport that withTimeout returns is made anew`
	clone.ResponseHeaderTimeout = timeout
	changed := *client
	changed.Transport = clone
	return &changed, nil
}

// Wait reads something that takes time.
func (c *Client) Wait(path string) error {
	client, err := withTimeout(c.http, time.Minute)
	if err != nil {
		return err
	}
	return read(client, c.base+path)
}

// fieldByField copies the settings of a transport.
func fieldByField(transport *http.Transport) *http.Transport {
	return &http.Transport{ // want `transport-per-call: This transport that fieldByField returns is made anew`
		Proxy:                 transport.Proxy,
		TLSClientConfig:       transport.TLSClientConfig,
		DisableKeepAlives:     transport.DisableKeepAlives,
		ResponseHeaderTimeout: time.Second,
	}
}

// Get reads something that comes at once.
func (c *Client) Get(path string) error {
	transport, ok := c.http.Transport.(*http.Transport)
	if !ok {
		return errors.New("not a transport of net/http")
	}
	return read(&http.Client{Transport: fieldByField(transport)}, c.base+path)
}

// Brief changes a copy of the client alone: it has the same transport.
func (c *Client) Brief(path string) error {
	brief := *c.http
	brief.Timeout = time.Second
	return read(&brief, c.base+path)
}

// SetTimeout exchanges the client's transport for a changed one, which the client keeps.
func (c *Client) SetTimeout(timeout time.Duration) error {
	changed, err := withTimeout(c.http, timeout)
	if err == nil {
		c.http = changed
	}
	return err
}

func read(client *http.Client, url string) error {
	resp, err := client.Get(url)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	_, err = io.Copy(io.Discard, resp.Body)
	return err
}
