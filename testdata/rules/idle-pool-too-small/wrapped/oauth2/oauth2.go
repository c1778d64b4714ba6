// Package oauth2 stands in for golang.org/x/oauth2, which the tool knows by a model.
package oauth2

import "net/http"

// Transport adds a token to requests.
type Transport struct {
	Base http.RoundTripper
}

// RoundTrip sends a request over Base.
func (t *Transport) RoundTrip(req *http.Request) (*http.Response, error) {
	if t.Base == nil {
		return http.DefaultTransport.RoundTrip(req)
	}
	return t.Base.RoundTrip(req)
}
