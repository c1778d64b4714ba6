// Package free has limits that are not reached, and leaks without a limit.
package free

import (
	"errors"
	"io"
	"net/http"
)

var limited = &http.Client{Transport: &http.Transport{MaxConnsPerHost: 10}}

// Closed unread, the connection is lost, and its place is free again.
func closed(url string) (int, error) {
	resp, err := limited.Get(url) // want `body-not-drained: `
	if err != nil {
		return 0, err
	}
	resp.Body.Close()
	return resp.StatusCode, nil
}

func read(url string) ([]byte, error) {
	resp, err := limited.Get(url)
	if err != nil {
		return nil, err
	}
	return io.ReadAll(resp.Body)
}

func head(url string) (int, error) {
	resp, err := limited.Head(url)
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

var unlimited = &http.Client{Transport: &http.Transport{MaxConnsPerHost: 0, MaxIdleConnsPerHost: 10}}

func leaks(url string) (int, error) {
	resp, err := unlimited.Get(url) // want `body-not-closed: `
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

// The limit is the caller's, and not known.
func configured(limit int) *http.Client {
	return &http.Client{Transport: &http.Transport{MaxConnsPerHost: limit}}
}

type service struct{ client *http.Client }

func newService(limit int) *service { return &service{client: configured(limit)} }

func (s *service) status(url string) (int, error) {
	resp, err := s.client.Get(url) // want `body-not-closed: `
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

// A transport of its own serves one request.
func alone(url string) error {
	client := &http.Client{Transport: &http.Transport{MaxConnsPerHost: 1, DisableKeepAlives: true}}
	resp, err := client.Get(url) // want `body-not-closed: `
	if err != nil {
		return err
	}
	if resp.StatusCode != http.StatusOK {
		return errors.New(resp.Status)
	}
	return resp.Body.Close()
}

// The client is handed in, and every caller makes one.
func with(client *http.Client, url string) bool {
	resp, err := client.Get(url) // want `body-not-closed: `
	return err == nil && resp.StatusCode == http.StatusOK
}

func ask(url string) bool {
	return with(&http.Client{Transport: &http.Transport{MaxConnsPerHost: 1, DisableKeepAlives: true}}, url)
}

// The caller reads the body.
func open(url string) (io.ReadCloser, error) {
	resp, err := limited.Get(url)
	if err != nil {
		return nil, err
	}
	return resp.Body, nil
}

func opened(url string) ([]byte, error) {
	body, err := open(url)
	if err != nil {
		return nil, err
	}
	defer body.Close()
	return io.ReadAll(body)
}
