// Package kepttext has a response that keeps what was read of it: at first there is nothing, and it is read.
package kepttext

import (
	"encoding/json"
	"io"
	"net/http"
)

type Response struct {
	status int
	body   io.ReadCloser
	text   []byte
	header map[string]string
}

func (r *Response) Text() ([]byte, error) {
	if r.text != nil {
		return r.text, nil
	}
	defer r.body.Close()
	text, err := io.ReadAll(r.body)
	r.text = text
	return text, err
}

func (r *Response) JSON(into any) error {
	text, err := r.Text()
	if err != nil {
		return err
	}
	return json.Unmarshal(text, into)
}

// Labels does not look at the body when there are none.
func (r *Response) Labels() (map[string]string, error) {
	if r.header == nil {
		return nil, nil
	}
	defer r.body.Close()
	_, err := io.Copy(io.Discard, r.body)
	return r.header, err
}

func get(url string) (*Response, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	return &Response{status: resp.StatusCode, body: resp.Body}, nil
}

func pages(url string) (all []string, err error) {
	for url != "" {
		resp, err := get(url)
		if err != nil {
			return nil, err
		}
		var page struct {
			Items []string
			Next  string
		}
		if err := resp.JSON(&page); err != nil {
			return nil, err
		}
		all = append(all, page.Items...)
		url = page.Next
	}
	return all, nil
}

func labels(url string) (map[string]string, error) {
	resp, err := get(url) // want "body-not-closed: resp from get is not closed"
	if err != nil {
		return nil, err
	}
	return resp.Labels()
}
