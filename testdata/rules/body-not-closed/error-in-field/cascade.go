package errorinfield

import (
	"errors"
	"io"
	"net/http"
)

// joined gives an error when it is given one.
func joined(one, other error) error {
	if one == nil && other == nil {
		return nil
	}
	if other == nil {
		return one
	}
	if one == nil {
		return other
	}
	return &both{one, other}
}

type both struct{ one, other error }

func (b *both) Error() string { return errors.Join(b.one, b.other).Error() }

// fail keeps the error in the field for as long as it takes to join them.
func (r *Response) fail(err error, later bool) error {
	r.Err = joined(err, r.Err)
	if later {
		return nil
	}
	all := r.Err
	r.Err = nil
	return all
}

func (r *Response) check() error {
	if r.Header.Get("Content-Type") == "" {
		return errors.New("no content type")
	}
	return nil
}

// Run gives the response beside an error when it is not as it should be.
func (c *Client) Run(req *http.Request) (*Response, error) {
	inner, err := c.http.Do(req)
	if err != nil {
		return nil, err
	}
	resp := &Response{Response: inner}
	if err = resp.check(); err != nil {
		return resp, resp.fail(err, false)
	}
	defer inner.Body.Close()
	resp.text, err = io.ReadAll(inner.Body)
	return resp, resp.fail(err, false)
}

func Length(c *Client, req *http.Request) int {
	resp, err := c.Run(req)
	if err != nil {
		return 0
	}
	return len(resp.text)
}
