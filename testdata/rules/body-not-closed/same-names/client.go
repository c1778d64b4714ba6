// Package client has methods that are named, and take as many arguments, as functions of net/http do.
package client

import (
	"bytes"
	"io"
	"net/http"
)

type api struct {
	http *http.Client
	base string
}

// Callers stand before what they call: what that yields is only learnt later.
func ping(a *api) error {
	_, err := a.Get("/ping") // want "body-not-closed: .*not closed and not read"
	return err
}

func send(a *api, content []byte) error {
	_, err := a.Post("/items", "text/plain", content) // want "body-not-closed: .*not closed and not read"
	return err
}

func replay(a *api, req *http.Request) error {
	_, err := a.Do(req) // want "body-not-closed: .*not closed and not read"
	return err
}

func read(a *api) ([]byte, error) {
	body, err := a.Get("/items")
	if err != nil {
		return nil, err
	}
	defer body.Close()
	return io.ReadAll(body)
}

func (a *api) Get(path string) (io.ReadCloser, error) {
	return a.open(http.MethodGet, path, nil)
}

func (a *api) Post(path, kind string, content []byte) (io.ReadCloser, error) {
	_ = kind
	return a.open(http.MethodPost, path, content)
}

func (a *api) Do(req *http.Request) (*http.Response, error) {
	return a.transmit(req)
}

func (a *api) transmit(req *http.Request) (*http.Response, error) {
	return a.http.Do(req)
}

func (a *api) open(method, path string, content []byte) (io.ReadCloser, error) {
	req, err := http.NewRequest(method, a.base+path, bytes.NewReader(content))
	if err != nil {
		return nil, err
	}
	resp, err := a.transmit(req)
	if err != nil {
		return nil, err
	}
	return resp.Body, nil
}
