//go:build linux || !linux

// Copyright of somebody.

// Package unusual has what is seldom met.
package unusual

import "net/http"

func constrained(url string) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
