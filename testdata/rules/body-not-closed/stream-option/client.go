// Package streamoption has a client that leaves the body open where an option asks for it.
package streamoption

import (
	"context"
	"io"
	"net/http"
	"net/url"
)

type Options struct {
	Method string
	Path   string
	Body   any
	Stream bool
}

type Response struct {
	Body   []byte
	Reader io.ReadCloser
}

type Client struct {
	http   *http.Client
	method string
}

// isEnded says nothing of an error that is nil: that is of no type.
func isEnded(err error) bool {
	if err == context.Canceled {
		return true
	}
	if wrapped, ok := err.(*url.Error); ok {
		return isEnded(wrapped.Err)
	}
	return false
}

func response(resp *http.Response, stream bool) (*Response, error) {
	answer := &Response{}
	if stream {
		answer.Reader = resp.Body
	} else if resp.Body != nil {
		content, err := io.ReadAll(resp.Body)
		if err != nil {
			return nil, err
		}
		answer.Body = content
	}
	return answer, nil
}

func (c *Client) perform(options Options) (*Response, error) {
	if options.Method == "GET" && options.Body != nil && c.method != "GET" {
		options.Method = c.method
	}
	req, err := http.NewRequest(options.Method, options.Path, nil)
	if err != nil {
		return nil, err
	}
	resp, err := c.http.Do(req)
	if isEnded(err) {
		return nil, err
	}
	if err != nil {
		return nil, err
	}
	if !options.Stream {
		defer resp.Body.Close()
	}
	return response(resp, options.Stream)
}

func (c *Client) Put(path string, first, second any) ([]byte, error) {
	var body any
	if first != nil {
		body = first
	} else {
		body = second
	}
	answer, err := c.perform(Options{Method: "PUT", Path: path, Body: body})
	if err != nil {
		return nil, err
	}
	return answer.Body, nil
}

func (c *Client) Watch(path string) (bool, error) {
	answer, err := c.perform(Options{Path: path, Stream: true}) // want `body-not-closed: answer from c.perform`
	if err != nil {
		return false, err
	}
	return answer.Reader != nil, nil
}

// closeAny is given what has a Close method: the body always has.
func closeAny(value any) {
	if closer, ok := value.(io.Closer); ok {
		closer.Close()
	}
}

func (c *Client) Status(path string) (int, error) {
	resp, err := c.http.Get(path)
	if err != nil {
		return 0, err
	}
	defer closeAny(resp.Body)
	io.Copy(io.Discard, resp.Body)
	return resp.StatusCode, nil
}

// flush closes what has a method that bodies do not have.
func flush(value any) {
	if flusher, ok := value.(interface {
		Flush() error
		Close() error
	}); ok {
		flusher.Close()
	}
}

func (c *Client) Code(path string) (int, error) {
	resp, err := c.http.Get(path) // want `body-not-closed: resp from c.http.Get`
	if err != nil {
		return 0, err
	}
	defer flush(resp.Body)
	return resp.StatusCode, nil
}
