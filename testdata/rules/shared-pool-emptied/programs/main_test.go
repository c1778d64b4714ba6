package main

import (
	"net/http"
	"testing"
)

func TestShow(t *testing.T) {
	for _, url := range []string{"http://localhost/a", "http://localhost/b", "http://localhost/c", "http://localhost/d"} {
		if err := show(url); err != nil {
			t.Fatal(err)
		}
		http.DefaultClient.CloseIdleConnections()
	}
}
