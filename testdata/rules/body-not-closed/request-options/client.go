// Package client shows requests that are described by a struct: what its fields say decides who closes the body.
package client

import (
	"encoding/json"
	"io"
	"net/http"
)

type request struct {
	method  string
	url     string
	discard bool
	into    any
}

type client struct{ http *http.Client }

// send leaves the body to its caller, unless the request says that nothing is to be read.
func (c *client) send(r *request) (*http.Response, error) {
	req, err := http.NewRequest(r.method, r.url, nil)
	if err != nil {
		return nil, err
	}
	resp, err := c.http.Do(req)
	if err != nil {
		return nil, err
	}
	if r.discard {
		_, err := io.Copy(io.Discard, resp.Body)
		_ = resp.Body.Close()
		return resp, err
	}
	return resp, nil
}

type decoder func(resp *http.Response, into any) error

func decodeJSON(resp *http.Response, into any) error {
	defer resp.Body.Close()
	err := json.NewDecoder(resp.Body).Decode(into)
	_, _ = io.Copy(io.Discard, resp.Body)
	return err
}

// sendJSON passes the request on, and decodes the answer when there is something to decode it into.
func (c *client) sendJSON(r *request) (*http.Response, error) {
	return c.sendDecoded(r, decodeJSON)
}

func (c *client) sendDecoded(r *request, decode decoder) (*http.Response, error) {
	resp, err := c.send(r)
	if err != nil {
		return nil, err
	}
	if r.into == nil || r.discard {
		return resp, nil
	}
	return resp, decode(resp, r.into)
}

// prepared sets the flag itself.
func prepared(r *request) *request {
	r.discard = true
	return r
}
