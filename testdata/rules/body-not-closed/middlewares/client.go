// Package middlewares has clients that show what they received to functions of others.
package middlewares

import "net/http"

type Response struct {
	Raw  *http.Response
	Text string
}

type Client struct {
	http  *http.Client
	after []func(*Response) error
	hook  func(*http.Response)
	hooks []func(*http.Response)
}

// parsed leaves it to a list of functions to read and close the body.
func (c *Client) parsed(req *http.Request) (*Response, error) {
	resp, err := c.http.Do(req)
	if err != nil {
		return nil, err
	}
	answer := &Response{Raw: resp}
	for _, each := range c.after {
		if err := each(answer); err != nil {
			return answer, err
		}
	}
	return answer, nil
}

// shown lets one hook look at the response, and leaves the rest to its caller.
func (c *Client) shown(req *http.Request) (*http.Response, error) {
	resp, err := c.http.Do(req)
	if err != nil {
		return nil, err
	}
	if c.hook != nil {
		c.hook(resp)
	}
	return resp, nil
}

// seen lets several hooks look at it: none of them can fail.
func (c *Client) seen(req *http.Request) (*http.Response, error) {
	resp, err := c.http.Do(req)
	if err != nil {
		return nil, err
	}
	for _, hook := range c.hooks {
		hook(resp)
	}
	return resp, nil
}

func Text(c *Client, req *http.Request) (string, error) {
	answer, err := c.parsed(req)
	if err != nil {
		return "", err
	}
	return answer.Text, nil
}

func Status(c *Client, req *http.Request) (int, error) {
	resp, err := c.shown(req) // want `body-not-closed: resp from c.shown`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func Proto(c *Client, req *http.Request) (string, error) {
	resp, err := c.seen(req) // want `body-not-closed: resp from c.seen`
	if err != nil {
		return "", err
	}
	return resp.Proto, nil
}
