// Package errorinfield keeps the error of a request in a field of what it returns.
package errorinfield

import (
	"io"
	"net/http"
)

type Response struct {
	*http.Response
	Err  error
	text []byte
}

type Client struct {
	http *http.Client
	raw  bool
}

func (r *Response) read() (err error) {
	if r.Err != nil {
		return r.Err
	}
	defer r.Body.Close()
	r.text, err = io.ReadAll(r.Body)
	return err
}

// send has an error in the field when there is no response: the deferred literal runs after that is asked.
func (c *Client) send(req *http.Request) (resp *Response, err error) {
	resp = &Response{}
	defer func() {
		if err != nil {
			resp.Err = err
		} else {
			err = resp.Err
		}
	}()
	var inner *http.Response
	inner, resp.Err = c.http.Do(req)
	resp.Response = inner
	if resp.Err == nil && !c.raw {
		resp.read()
	}
	return
}

// first forgets the response where the deferred literal sets the field, and the caller asks only that.
func (c *Client) first(req *http.Request) (resp *Response, err error) {
	resp = &Response{}
	defer func() {
		if err != nil {
			resp.Err = err
		}
	}()
	var inner *http.Response
	inner, resp.Err = c.http.Do(req)
	resp.Response = inner
	return
}

func Text(c *Client, req *http.Request) ([]byte, error) {
	resp, err := c.send(req)
	if err != nil {
		return nil, err
	}
	return resp.text, nil
}

func Status(c *Client, req *http.Request) int {
	resp, _ := c.first(req) // want `body-not-closed: resp from c.first is not closed`
	if resp.Err != nil {
		return 0
	}
	return resp.StatusCode
}
