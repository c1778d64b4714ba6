package exit

import (
	"io"
	"net/http"
	"testing"
)

func TestFatal(t *testing.T) {
	resp, err := http.Get("http://127.0.0.1:1")
	if err != nil {
		t.Fatal(err)
	}
	if resp.StatusCode != http.StatusOK {
		t.Skipf("status %d", resp.StatusCode)
	}
	io.Copy(io.Discard, resp.Body)
	resp.Body.Close()
}

func TestError(t *testing.T) {
	resp, err := http.Get("http://127.0.0.1:1") // want `body-not-closed: `
	if err != nil {
		t.Fatal(err)
	}
	if resp.StatusCode != http.StatusOK {
		t.Errorf("status %d", resp.StatusCode)
	}
}

func TestCleanup(t *testing.T) {
	resp, err := http.Get("http://127.0.0.1:1")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { resp.Body.Close() })
	if _, err := io.ReadAll(resp.Body); err != nil {
		t.Fatal(err)
	}
}
