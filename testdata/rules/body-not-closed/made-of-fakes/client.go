package api

import "net/http"

type Option func(*Client)

type Client struct {
	inner *http.Client
	base  string
}

func WithHTTPClient(inner *http.Client) Option {
	return func(c *Client) { c.inner = inner }
}

func WithBase(base string) Option {
	return func(c *Client) { c.base = base }
}

func New(options ...Option) (*Client, error) {
	c := &Client{inner: http.DefaultClient}
	for _, option := range options {
		option(c)
	}
	return c, nil
}

type Config struct {
	HTTP *http.Client
	Base string
}

func FromConfig(config Config) *Client {
	return &Client{inner: config.HTTP, base: config.Base}
}

// Open gives a response that the caller has to close.
func (c *Client) Open(path string) (*http.Response, error) {
	return c.inner.Get(c.base + path)
}

// Fetch does the same over any client.
func Fetch(client *http.Client, url string) (*http.Response, error) {
	return client.Get(url)
}
