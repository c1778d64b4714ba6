// Package passedonerrors decides by errors that a callee has passed on.
package passedonerrors

import (
	"errors"
	"io"
	"net/http"
)

type bodyReader struct{ b io.ReadCloser }

func (b *bodyReader) Read(p []byte) (int, error) { return b.b.Read(p) }
func (b *bodyReader) Close() error               { return b.b.Close() }

func checkedURL(u string) (string, error) {
	if u == "" {
		return "", errors.New("x")
	}
	return u, nil
}
func newBodyReader(u string, b io.ReadCloser) (io.ReadCloser, error) {
	_, err := checkedURL(u)
	if err != nil {
		return nil, err
	}
	res := &bodyReader{b: b}
	return res, nil
}
func open(c *http.Client, u string) (io.ReadCloser, error) {
	resp, err := c.Get(u)
	if err != nil {
		return nil, err
	}
	r, err := newBodyReader(u, resp.Body)
	if err != nil {
		io.Copy(io.Discard, resp.Body)
		resp.Body.Close()
		return nil, err
	}
	return r, nil
}

func retryable(err error) (bool, error) {
	if err == nil {
		return false, nil
	}
	return true, err
}

func two(c *http.Client, u string) (io.ReadCloser, error) {
	resp, err := c.Get(u)
	retry, err := retryable(err)
	if retry {
		return nil, err
	}
	if err != nil {
		return nil, err
	}
	return resp.Body, nil
}
func skip(c *http.Client, u string, off int64) (io.ReadCloser, error) {
	resp, err := c.Get(u)
	if err != nil {
		return nil, err
	}
	if _, err := io.CopyN(io.Discard, resp.Body, off); err != nil {
		resp.Body.Close()
		return nil, err
	}
	return resp.Body, nil
}
func limited(c *http.Client, u string) ([]byte, error) {
	resp, err := c.Get(u)
	if err != nil {
		return nil, err
	}
	data, err := io.ReadAll(io.LimitReader(resp.Body, 10))
	if err != nil {
		resp.Body.Close()
		return nil, err
	}
	io.Copy(io.Discard, resp.Body)
	resp.Body.Close()
	return data, nil
}
