// Package policies sends requests through a chain of policies, of which one may give a response beside an error.
package policies

import (
	"errors"
	"io"
	"net/http"
)

type Request struct {
	Raw  *http.Request
	rest []Policy
}

type Policy interface {
	Do(req *Request) (*http.Response, error)
}

func (r *Request) Next() (*http.Response, error) {
	if len(r.rest) == 0 {
		return nil, errors.New("no more policies")
	}
	next := *r
	next.rest = r.rest[1:]
	return r.rest[0].Do(&next)
}

type transport struct{ client *http.Client }

func (t transport) Do(req *Request) (*http.Response, error) { return t.client.Do(req.Raw) }

type validator struct{ validate func(*http.Response) error }

// Do lets whoever asked decide what a response is worth that is not valid.
func (v validator) Do(req *Request) (*http.Response, error) {
	resp, err := req.Next()
	if err == nil {
		err = v.validate(shown(resp))
	}
	return resp, err
}

func shown(resp *http.Response) *http.Response {
	return &http.Response{Status: resp.Status, Header: resp.Header}
}

// Text knows that there is no response beside an error, as far as most policies go.
func Text(req *Request) ([]byte, error) {
	resp, err := req.Next()
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

func Status(req *Request) (int, error) {
	resp, err := req.Next() // want `body-not-closed: resp from req.Next`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}
