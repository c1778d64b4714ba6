// Package beside shows responses that come with an error: nobody looks at them.
package beside

import (
	"errors"
	"io"
	"net/http"
)

var errMoved = errors.New("moved")

func raw(url string) (*http.Response, error) {
	resp, err := http.Get(url) // want `body-not-closed: `
	if err != nil {
		return nil, err
	}
	if resp.StatusCode == http.StatusMovedPermanently {
		if _, err := resp.Location(); err != nil {
			return resp, err
		}
	}
	return resp, nil
}

// The fault of raw is told there, once.
func content(url string) ([]byte, error) {
	resp, err := raw(url)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

// Read is exported: its callers may be told to close the response in any case.
func Read(url string) (*http.Response, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	if resp.StatusCode == http.StatusMovedPermanently {
		return resp, errMoved
	}
	return resp, nil
}

// Moved hands on what it gets, the error with it: what becomes of it is for others to know.
func Moved(url string) (*http.Response, error) {
	return moved(url)
}

func moved(url string) (*http.Response, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	if resp.StatusCode == http.StatusMovedPermanently {
		return resp, errMoved
	}
	return resp, nil
}
