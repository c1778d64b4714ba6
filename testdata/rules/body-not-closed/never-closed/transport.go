package fetch

import "net/http"

func defaultTransport(req *http.Request) int {
	resp, err := http.DefaultTransport.RoundTrip(req) // want `body-not-closed: `
	if err != nil {
		return 0
	}
	return resp.StatusCode
}

func ownTransport(transport *http.Transport, req *http.Request) int {
	resp, err := transport.RoundTrip(req) // want `body-not-closed: `
	if err != nil {
		return 0
	}
	return resp.StatusCode
}
