// Package fakes shows what tests put in the place of a connection.
package fakes

import "net/http"

// Signer adds a header to what it sends on.
type Signer struct {
	inner http.RoundTripper
}

func NewSigner(inner http.RoundTripper) http.RoundTripper {
	return &Signer{inner: inner}
}

func (s *Signer) RoundTrip(request *http.Request) (*http.Response, error) {
	request.Header.Set("Signed", "yes")
	return s.inner.RoundTrip(request)
}

// Doer is what http.Client does.
type Doer interface {
	Do(*http.Request) (*http.Response, error)
}

func Status(doer Doer, request *http.Request) (int, error) {
	response, err := doer.Do(request) // want `body-not-closed: `
	if err != nil {
		return 0, err
	}
	return response.StatusCode, nil
}
