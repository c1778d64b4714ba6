package fetch

import (
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
