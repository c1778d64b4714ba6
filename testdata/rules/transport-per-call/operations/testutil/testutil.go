// Package testutil is for tests.
package testutil

import (
	"io"
	"net/http"
)

// Read gets a document in a test.
func Read(url string) ([]byte, error) {
	client := &http.Client{Transport: &http.Transport{}}
	resp, err := client.Get(url)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}
