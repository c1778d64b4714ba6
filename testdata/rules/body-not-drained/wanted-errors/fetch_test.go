package fetch

import (
	"net/http"
	"strings"
	"testing"
)

// There is a response only where an error is missed: who closes it is only tidy.
func TestWanted(t *testing.T) {
	resp, err := fetch("http://localhost/missing")
	if resp != nil {
		resp.Body.Close()
	}
	if err == nil || !strings.Contains(err.Error(), "refused") {
		t.Errorf("no error: %v", err)
	}
}

func TestWantedFirst(t *testing.T) {
	resp, err := fetch("http://localhost/missing")
	if err == nil {
		if resp != nil {
			_ = resp.Body.Close()
		}
		t.Fatal("no error")
	}
}

func TestEither(t *testing.T) {
	for _, wanted := range []bool{true, false} {
		resp, err := fetch("http://localhost/missing") // want `body-not-drained: `
		if resp != nil {
			resp.Body.Close()
		}
		if wanted && err == nil {
			t.Error("no error")
		}
	}
}

func TestStatus(t *testing.T) {
	resp, err := fetch("http://localhost/") // want `body-not-drained: `
	if err != nil {
		t.Fatal(err)
	}
	resp.Body.Close()
	if resp.StatusCode != 200 {
		t.Errorf("status %d", resp.StatusCode)
	}
}

func TestTwice(t *testing.T) {
	resp, err := fetch("http://localhost/") // want `body-not-drained: `
	if err != nil {
		t.Fatal(err)
	}
	resp.Body.Close()
	if resp.StatusCode != 200 {
		t.Errorf("status %d", resp.StatusCode)
	}

	resp, err = fetch("http://localhost/") // want `body-not-drained: `
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	if resp.StatusCode != 404 {
		t.Errorf("status %d", resp.StatusCode)
	}
}

// Whether the test fails is for the hook to say, which has run by then.
func TestHook(t *testing.T) {
	called := false
	client := &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error {
		called = true
		return nil
	}}
	resp, err := client.Get("http://localhost/moved") // want `body-not-drained: `
	if err != nil {
		t.Fatal(err)
	}
	resp.Body.Close()
	if !called {
		t.Error("not redirected")
	}
}

type counted struct {
	*strings.Reader
	reads *int
}

func (c counted) Read(p []byte) (int, error) {
	*c.reads++
	return c.Reader.Read(p)
}

func TestCounter(t *testing.T) {
	reads := 0
	resp, err := http.Post("http://localhost/", "text/plain", counted{strings.NewReader("body"), &reads}) // want `body-not-drained: `
	if err != nil {
		t.Fatal(err)
	}
	resp.Body.Close()
	if reads == 0 {
		t.Errorf("%d reads", reads)
	}
}
