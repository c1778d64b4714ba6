package server

import (
	"errors"
	"io"
	"net/http"
	"net/url"
	"strings"
	"testing"
)

// There is a response only where the test has failed.
func TestRefused(t *testing.T) {
	if _, err := http.Get("http://127.0.0.1:1/"); err == nil {
		t.Error("no error")
	}
}

func TestRefusedAsSaid(t *testing.T) {
	_, err := http.Get("http://127.0.0.1:1/")
	if err == nil {
		t.Errorf("no error")
	}
	var failed *url.Error
	if !errors.As(err, &failed) {
		t.Errorf("got %T", err)
	}
}

// To call a method of an error that is nil panics.
func TestRefusedText(t *testing.T) {
	_, err := http.Get("http://127.0.0.1:1/")
	if !strings.Contains(err.Error(), "refused") {
		t.Logf("got %v", err)
	}
}

func TestRefusedByTable(t *testing.T) {
	client := start(t).Client()
	for path, isRefused := range map[string]bool{"/health": false, "/missing": true} {
		resp, err := client.Get(path)
		if (err != nil) != isRefused {
			t.Errorf("%s: error %v", path, err)
			return
		}
		if isRefused {
			return
		}
		_, _ = io.Copy(io.Discard, resp.Body)
		resp.Body.Close()
	}
}

func expectRefusal(t testing.TB) {
	_, err := http.Get("http://127.0.0.1:1/")
	switch err.(type) {
	case *url.Error:
	default:
		t.Fail()
	}
}

// Whether the test fails does not decide here: the body is left open in any case.
func TestAnswered(t *testing.T) {
	resp, err := http.Get(start(t).URL) // want `body-not-closed: `
	if err != nil {
		t.Fatal(err)
	}
	if resp.StatusCode != http.StatusOK {
		t.Errorf("status %d", resp.StatusCode)
	}
}

func TestAnsweredSilently(t *testing.T) {
	if _, err := http.Get(start(t).URL); err != nil { // want `body-not-closed: `
		t.Error(err)
	}
}
