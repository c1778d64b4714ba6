package tests

import (
	"io"
	"net/http"
	"net/http/httptest"
	"testing"
)

func TestGet(t *testing.T) {
	server := httptest.NewServer(http.NotFoundHandler())
	defer server.Close()
	tr := *http.DefaultTransport.(*http.Transport) // want "transport-copied: http.DefaultTransport"
	resp, err := Get(&http.Client{Transport: &tr}, server.URL)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	io.Copy(io.Discard, resp.Body)
}
