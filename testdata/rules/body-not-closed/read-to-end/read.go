// Package read shows bodies that need no Close: the transport has seen their end.
package read

import (
	"bytes"
	"io"
	"net/http"
	"net/http/httputil"
)

func all(url string) ([]byte, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	return io.ReadAll(resp.Body)
}

func discard(url string) (int, error) {
	resp, err := http.Get(url)
	if err != nil {
		return 0, err
	}
	io.Copy(io.Discard, resp.Body)
	return resp.StatusCode, nil
}

func buffer(url string) (string, error) {
	resp, err := http.Get(url)
	if err != nil {
		return "", err
	}
	var content bytes.Buffer
	_, err = content.ReadFrom(resp.Body)
	return content.String(), err
}

func dump(url string) ([]byte, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	return httputil.DumpResponse(resp, true)
}

// A body over the limit is neither at EOF nor closed.
func limited(url string) ([]byte, error) {
	resp, err := http.Get(url) // want `body-not-closed: `
	if err != nil {
		return nil, err
	}
	return io.ReadAll(http.MaxBytesReader(nil, resp.Body, 1<<20))
}
