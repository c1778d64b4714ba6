package requests

import (
	"io"
	"net/http"
)

// The header says that the connection is to be closed.
func relayOnce(w http.ResponseWriter, r *http.Request) {
	client := &http.Client{Transport: &http.Transport{}}
	req := &http.Request{Method: http.MethodGet, URL: r.URL, Header: http.Header{"Connection": {"close"}}}
	resp, err := client.Do(req)
	if err != nil {
		return
	}
	defer resp.Body.Close()
	_, _ = io.Copy(w, resp.Body)
}

// Another header says nothing of it.
func relay(w http.ResponseWriter, r *http.Request) {
	client := &http.Client{Transport: &http.Transport{}} // want `transport-per-call: `
	req := &http.Request{Method: http.MethodGet, URL: r.URL, Header: http.Header{"Connection": {"keep-alive"}, "Accept": {"close"}}}
	resp, err := client.Do(req)
	if err != nil {
		return
	}
	defer resp.Body.Close()
	_, _ = io.Copy(w, resp.Body)
}

// peek reads nothing, but its connection would be closed all the same.
func peek(client *http.Client, r *http.Request) (int, error) {
	req := &http.Request{Method: http.MethodGet, URL: r.URL, Header: http.Header{"Connection": []string{"close"}}}
	resp, err := client.Do(req)
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, resp.Body.Close()
}
