// Package client shows errors that are made or wrapped by other functions.
package client

import (
	"errors"
	"fmt"
	"io"
	"net/http"
)

var (
	ErrMissing = errors.New("missing")
	errGone    = errors.New("gone")
)

// fault makes an error for every status.
func fault(status int) error {
	switch status {
	case http.StatusNotFound:
		return ErrMissing
	case http.StatusGone:
		return errGone
	}
	return fmt.Errorf("status %d", status)
}

func open(url string) (body io.ReadCloser, err error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	defer func() {
		if err != nil {
			_, _ = io.Copy(io.Discard, resp.Body)
			_ = resp.Body.Close()
		}
	}()
	if resp.StatusCode != http.StatusOK {
		return nil, fault(resp.StatusCode)
	}
	if resp.ContentLength == 1 {
		return nil, ErrMissing
	}
	return resp.Body, nil
}

// perhaps makes an error for some statuses only.
func perhaps(status int) error {
	if status >= http.StatusInternalServerError {
		return ErrMissing
	}
	return nil
}

func openPerhaps(url string) (body io.ReadCloser, err error) {
	resp, err := http.Get(url) // want "body-not-closed: .*not closed and not read"
	if err != nil {
		return nil, err
	}
	defer func() {
		if err != nil {
			_, _ = io.Copy(io.Discard, resp.Body)
			_ = resp.Body.Close()
		}
	}()
	if resp.StatusCode != http.StatusOK {
		return nil, perhaps(resp.StatusCode)
	}
	return resp.Body, nil
}

// annotate gives no error for none.
func annotate(err error, what string) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("%s: %w", what, err)
}

func send(url string) (*http.Response, error) {
	resp, err := http.Get(url)
	return resp, annotate(err, "send")
}

func save(url string) (io.ReadCloser, error) {
	resp, err := send(url)
	if err != nil {
		return nil, err
	}
	return resp.Body, nil
}
