// Package bypointer copies what pointers to transports lead to.
package bypointer

import (
	"net/http"
	"time"
)

func adjusted() *http.Client {
	tr := *http.DefaultTransport.(*http.Transport) // want "transport-copied: http.DefaultTransport is copied by value"
	tr.ResponseHeaderTimeout = time.Second
	return &http.Client{Transport: &tr}
}

func asserted() (*http.Transport, bool) {
	original, ok := http.DefaultTransport.(*http.Transport)
	if !ok {
		return nil, false
	}
	tr := new(http.Transport)
	*tr = *original // want "transport-copied: http.DefaultTransport is copied"
	return tr, true
}

func duplicate(tr *http.Transport) *http.Transport {
	other := *tr // want "transport-copied: The http.Transport tr is copied"
	return &other
}

func value(tr *http.Transport) http.Transport {
	return *tr // want "transport-copied: The http.Transport tr"
}

var early = *http.DefaultTransport.(*http.Transport) // want "transport-copied: http.DefaultTransport"

// used is copied after a request.
func used(url string) (*http.Client, error) {
	tr := &http.Transport{MaxIdleConns: 10}
	client := &http.Client{Transport: tr}
	resp, err := client.Head(url)
	if err != nil {
		return nil, err
	}
	resp.Body.Close()
	other := *tr // want "transport-copied: The http.Transport tr"
	other.DisableCompression = true
	return &http.Client{Transport: &other}, nil
}
