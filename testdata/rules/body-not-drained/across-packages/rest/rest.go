// Package rest holds helpers for bodies.
package rest

import (
	"errors"
	"io"
	"net/http"
)

// Close closes a body and drops the error.
func Close(closer io.Closer) { _ = closer.Close() }

// Drain reads a body to its end and closes it.
func Drain(body io.ReadCloser) error {
	_, err := io.Copy(io.Discard, body)
	if closeErr := body.Close(); err == nil {
		err = closeErr
	}
	return err
}

// ErrorOf reads the body of a failed response.
func ErrorOf(resp *http.Response) error {
	if resp.StatusCode < 400 {
		return nil
	}
	content, err := io.ReadAll(resp.Body)
	if err != nil {
		return err
	}
	return errors.New(string(content))
}
