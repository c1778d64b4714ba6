// Package client asks errors that it has made itself for their type.
package client

import (
	"fmt"
	"io"
	"net/http"
)

type acceptedError struct{ raw []byte }

func (*acceptedError) Error() string { return "accepted" }

type statusError struct{ text string }

func (e statusError) Error() string { return e.text }

func check(resp *http.Response) error {
	switch {
	case resp.StatusCode == http.StatusAccepted:
		return &acceptedError{}
	case resp.StatusCode < 300:
		return nil
	}
	text, _ := io.ReadAll(resp.Body)
	return statusError{string(text)}
}

// get reads what check has left: the body of a response that was accepted.
func get(url string) ([]byte, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	if err := check(resp); err != nil {
		accepted, ok := err.(*acceptedError)
		if ok {
			accepted.raw, _ = io.ReadAll(resp.Body)
		}
		if status, ok := err.(statusError); ok {
			return nil, fmt.Errorf("failed: %w", status)
		}
		return nil, err
	}
	return io.ReadAll(resp.Body)
}

func sorted(url string) ([]byte, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	err = check(resp)
	switch e := err.(type) {
	case nil:
		return io.ReadAll(resp.Body)
	case *acceptedError:
		e.raw, _ = io.ReadAll(resp.Body)
		return nil, e
	default:
		return nil, err
	}
}

// forgets leaves the body of a response that was accepted.
func forgets(url string) ([]byte, error) {
	resp, err := http.Get(url) // want "body-not-drained: "
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	if err := check(resp); err != nil {
		if status, ok := err.(statusError); ok {
			_, _ = io.Copy(io.Discard, resp.Body)
			return nil, status
		}
		return nil, err
	}
	return io.ReadAll(resp.Body)
}

type otherError acceptedError

func (*otherError) Error() string { return "other" }

func converted(resp *http.Response) error {
	if resp.StatusCode == http.StatusAccepted {
		e := &acceptedError{}
		return (*otherError)(e)
	}
	return nil
}

// misses asks for the type that the error had before.
func misses(url string) ([]byte, error) {
	resp, err := http.Get(url) // want "body-not-drained: "
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	if err := converted(resp); err != nil {
		if _, ok := err.(*acceptedError); ok {
			_, _ = io.Copy(io.Discard, resp.Body)
		}
		return nil, err
	}
	return io.ReadAll(resp.Body)
}
