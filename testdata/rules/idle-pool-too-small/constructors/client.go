// Package constructors makes clients as libraries do.
package constructors

import (
	"context"
	"crypto/tls"
	"errors"
	"net"
	"net/http"
	"sync"
	"time"
)

// Client has a transport that was copied from http.DefaultTransport.
type Client struct {
	base string
	http *http.Client
}

func New(base string) (*Client, error) {
	if base == "" {
		return nil, errors.New("no base URL")
	}
	transport := &http.Transport{ // want `http2-switched-off: `
		Proxy: http.ProxyFromEnvironment,
		DialContext: (&net.Dialer{
			Timeout:   30 * time.Second,
			KeepAlive: 30 * time.Second,
		}).DialContext,
		MaxIdleConns:        100,
		IdleConnTimeout:     90 * time.Second,
		TLSHandshakeTimeout: 10 * time.Second,
	}
	return &Client{base: base, http: &http.Client{Transport: transport}}, nil
}

func (c *Client) All(ctx context.Context, ids []string) {
	var group sync.WaitGroup
	for _, id := range ids {
		group.Add(1)
		go func(id string) {
			defer group.Done()
			c.get(ctx, "/items/"+id)
		}(id)
	}
	group.Wait()
}

func (c *Client) get(ctx context.Context, path string) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, c.base+path, nil)
	if err != nil {
		return err
	}
	resp, err := c.http.Do(req) // want `idle-pool-too-small: The goroutines for each element of ids .* keeps 2 idle` `connections-unbounded: `
	if err != nil {
		return err
	}
	return drain(resp)
}

// Injected uses the client that it is given.
type Injected struct{ http *http.Client }

func NewInjected(client *http.Client) *Injected { return &Injected{http: client} }

func (c *Injected) All() {
	for i := 0; i < 50; i++ {
		go c.get()
	}
}

func (c *Injected) get() error {
	resp, err := c.http.Get("http://127.0.0.1:1/")
	if err != nil {
		return err
	}
	return drain(resp)
}

// Option changes the transport before it is used.
type Option func(*http.Transport)

// Open takes options, and any of them may size the pool.
type Open struct{ http *http.Client }

func NewOpen(options ...Option) *Open {
	transport := &http.Transport{MaxIdleConns: 100}
	for _, option := range options {
		option(transport)
	}
	return &Open{http: &http.Client{Transport: transport}}
}

func (c *Open) All() {
	for i := 0; i < 50; i++ {
		go c.get()
	}
}

func (c *Open) get() error {
	resp, err := c.http.Get("http://127.0.0.1:1/")
	if err != nil {
		return err
	}
	return drain(resp)
}

// Tuned sizes its pool after the transport is cloned.
type Tuned struct{ http *http.Client }

func NewTuned(config *tls.Config) *Tuned {
	transport := http.DefaultTransport.(*http.Transport).Clone()
	transport.TLSClientConfig = config
	transport.MaxIdleConns = 0
	transport.MaxIdleConnsPerHost = 50
	return &Tuned{http: &http.Client{Transport: transport}}
}

func (c *Tuned) All() {
	for i := 0; i < 50; i++ {
		go c.get()
	}
}

func (c *Tuned) get() error {
	resp, err := c.http.Get("http://127.0.0.1:1/")
	if err != nil {
		return err
	}
	return drain(resp)
}

// Off keeps no connection on purpose.
type Off struct{ http *http.Client }

func NewOff() *Off {
	return &Off{http: &http.Client{Transport: &http.Transport{DisableKeepAlives: true}}}
}

func (c *Off) All() {
	for i := 0; i < 50; i++ {
		go c.get()
	}
}

func (c *Off) get() error {
	resp, err := c.http.Get("http://127.0.0.1:1/")
	if err != nil {
		return err
	}
	return drain(resp)
}
