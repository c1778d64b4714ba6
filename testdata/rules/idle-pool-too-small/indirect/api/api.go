// Package api is a client that others make.
package api

import (
	"context"
	"io"
	"net/http"
	"sync"
	"time"
)

// Doer is what sends requests.
type Doer interface {
	Do(*http.Request) (*http.Response, error)
}

type Client struct {
	BaseURL    string
	HTTPClient *http.Client
	doer       Doer
	given      Doer
}

func NewClient(base string) *Client {
	return &Client{
		BaseURL: base,
		HTTPClient: &http.Client{
			Timeout:   10 * time.Second,
			Transport: &http.Transport{MaxIdleConns: 100, IdleConnTimeout: 90 * time.Second},
		},
		doer: http.DefaultClient,
	}
}

// Use makes the client send over something else.
func (c *Client) Use(doer Doer) { c.given = doer }

func (c *Client) request(ctx context.Context, path string) (*http.Request, error) {
	return http.NewRequestWithContext(ctx, http.MethodGet, c.BaseURL+path, nil)
}

func (c *Client) User(ctx context.Context, id string) error {
	req, err := c.request(ctx, "/users/"+id)
	if err != nil {
		return err
	}
	resp, err := c.HTTPClient.Do(req) // want `idle-pool-too-small: 50 goroutines .* this client’s transport`
	return drain(resp, err)
}

func (c *Client) Group(ctx context.Context, id string) error {
	req, err := c.request(ctx, "/groups/"+id)
	if err != nil {
		return err
	}
	resp, err := c.doer.Do(req) // want `idle-pool-too-small: 50 goroutines .* share http.DefaultTransport`
	return drain(resp, err)
}

// Given goes over what nobody here has made.
func (c *Client) Given(ctx context.Context, id string) error {
	req, err := c.request(ctx, "/given/"+id)
	if err != nil {
		return err
	}
	resp, err := c.given.Do(req)
	return drain(resp, err)
}

var (
	once   sync.Once
	shared *http.Client
)

// Shared gives all the same client.
func Shared() *http.Client {
	once.Do(func() {
		shared = &http.Client{Transport: &http.Transport{MaxIdleConns: 10}}
	})
	return shared
}

// Fresh gives each caller a client with a pool of its own, which closes with its last request.
func Fresh() *http.Client {
	return &http.Client{Transport: &http.Transport{IdleConnTimeout: time.Second}}
}

func drain(resp *http.Response, err error) error {
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	_, err = io.Copy(io.Discard, resp.Body)
	return err
}
