// Package rawresponses has a client that hands the open response on where one of several flags asks for it.
package rawresponses

import (
	"io"
	"log"
	"net/http"
)

type Client struct {
	http  *http.Client
	raw   bool
	debug bool
	trace bool
}

type Request struct {
	inner *http.Request
	raw   bool
	save  bool
}

type Response struct {
	Raw  *http.Response
	Body []byte
}

// run reads the body, unless the request or the client says otherwise.
func (c *Client) run(r *Request) (*Response, error) {
	resp, err := c.http.Do(r.inner)
	response := &Response{Raw: resp}
	if err != nil || r.raw || c.raw {
		return response, err
	}
	if !r.save {
		defer resp.Body.Close()
		response.Body, err = io.ReadAll(resp.Body)
	}
	return response, err
}

// open logs in this way or that, and hands the response on in any case.
func (c *Client) open(r *Request) (*Response, error) {
	resp, err := c.http.Do(r.inner) // want `body-not-drained: `
	if err != nil {
		return nil, err
	}
	if c.debug {
		log.Print(resp.Status)
	} else if c.trace {
		log.Print(resp.Proto)
	}
	if resp.StatusCode == http.StatusTeapot {
		resp.Body.Close()
		return nil, nil
	}
	return &Response{Raw: resp}, nil
}

// Fetch cannot tell whether anything is open: that was for whoever made the request to choose.
func Fetch(c *Client, r *Request) ([]byte, error) {
	response, err := c.run(r)
	if err != nil {
		return nil, err
	}
	return response.Body, nil
}

func Status(c *Client, r *Request) (int, error) {
	response, err := c.open(r) // want `body-not-closed: response from c.open is not closed`
	if err != nil || response == nil {
		return 0, err
	}
	return response.Raw.StatusCode, nil
}
