// Package trips has round trippers that are functions.
package trips

import (
	"io"
	"net/http"
)

type sender func(*http.Request) (*http.Response, error)

func (s sender) RoundTrip(req *http.Request) (*http.Response, error) { return s(req) }

// NewClient makes a transport in the function that its client calls for each request.
func NewClient(token string) *http.Client {
	return &http.Client{
		Transport: sender(func(req *http.Request) (*http.Response, error) {
			req.SetBasicAuth(token, "")
			return (&http.Transport{MaxIdleConns: 2}).RoundTrip(req) // want `transport-per-call: This transport is made anew for each request that reaches NewClient.func1`
		}),
	}
}

func anonymous() sender {
	return func(req *http.Request) (*http.Response, error) {
		transport := &http.Transport{} // want `transport-per-call: `
		return transport.RoundTrip(req)
	}
}

// Anonymous is the same without a conversion.
func Anonymous() *http.Client { return &http.Client{Transport: anonymous()} }

// NewShared makes it beside the function, which captures it.
func NewShared(token string) *http.Client {
	transport := &http.Transport{MaxIdleConns: 2}
	return &http.Client{
		Transport: sender(func(req *http.Request) (*http.Response, error) {
			req.SetBasicAuth(token, "")
			return transport.RoundTrip(req)
		}),
	}
}

// newOnce calls the function itself, once.
func newOnce(req *http.Request) (*http.Response, error) {
	send := func(req *http.Request) (*http.Response, error) {
		return (&http.Transport{}).RoundTrip(req)
	}
	return send(req)
}

func init() {
	if req, err := http.NewRequest(http.MethodGet, "http://localhost", nil); err == nil {
		if resp, err := newOnce(req); err == nil {
			_, _ = io.Copy(io.Discard, resp.Body)
			_ = resp.Body.Close()
		}
	}
}
