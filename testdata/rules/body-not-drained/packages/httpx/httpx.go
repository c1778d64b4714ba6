// Package httpx has what the other packages share.
package httpx

import (
	"errors"
	"io"
	"net/http"

	"example.com/packages/internal/transport"
)

// Closer is all that CloseQuietly needs.
type Closer interface{ Close() error }

func CloseQuietly(c Closer) { _ = c.Close() }

// Discard keeps the connection.
func Discard(resp *http.Response) {
	if resp == nil || resp.Body == nil {
		return
	}
	_, _ = io.Copy(io.Discard, resp.Body)
	CloseQuietly(resp.Body)
}

type Client struct{ inner *transport.Sender }

func New(client *http.Client) *Client { return &Client{inner: transport.New(client)} }

func (c *Client) Get(url string) (*http.Response, error) {
	return Accept(c.inner.Send(http.MethodGet, url))
}

func (c *Client) Delete(url string) (*http.Response, error) {
	return Accept(c.inner.Send(http.MethodDelete, url))
}

// Accept discards what has a bad status.
func Accept(resp *http.Response, err error) (*http.Response, error) {
	if err != nil {
		return nil, err
	}
	if resp.StatusCode >= 300 {
		defer Discard(resp)
		return nil, errors.New(resp.Status)
	}
	return resp, nil
}
