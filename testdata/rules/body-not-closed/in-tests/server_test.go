package server

import (
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

func start(t *testing.T) *httptest.Server {
	t.Helper()
	server := httptest.NewServer(Handler())
	t.Cleanup(server.Close)
	return server
}

// get leaves the close to the end of the test.
func get(t *testing.T, url string) *http.Response {
	t.Helper()
	resp, err := http.Get(url)
	if err != nil {
		t.Fatalf("get %s: %v", url, err)
	}
	t.Cleanup(func() {
		_, _ = io.Copy(io.Discard, resp.Body)
		_ = resp.Body.Close()
	})
	return resp
}

// open leaves the close to its caller.
func open(t testing.TB, url string) *http.Response {
	t.Helper()
	resp, err := http.Get(url)
	requireNoError(t, err)
	return resp
}

func requireNoError(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func requireStatus(t testing.TB, resp *http.Response, want int) {
	t.Helper()
	if resp.StatusCode != want {
		content, _ := io.ReadAll(resp.Body)
		t.Fatalf("status %d, want %d: %s", resp.StatusCode, want, content)
	}
}

func TestCleanup(t *testing.T) {
	resp := get(t, start(t).URL+"/health")
	requireStatus(t, resp, http.StatusOK)
}

func TestOpened(t *testing.T) {
	resp := open(t, start(t).URL+"/health") // want `body-not-closed: `
	requireStatus(t, resp, http.StatusOK)
}

func TestOpenedAndClosed(t *testing.T) {
	resp := open(t, start(t).URL+"/health")
	defer resp.Body.Close()
	var health map[string]bool
	content, err := io.ReadAll(resp.Body)
	requireNoError(t, err)
	requireNoError(t, json.Unmarshal(content, &health))
}

func TestTable(t *testing.T) {
	server := start(t)
	for path, status := range map[string]int{"/health": 200, "/missing": 404} {
		t.Run(strings.TrimPrefix(path, "/"), func(t *testing.T) {
			resp, err := server.Client().Get(server.URL + path) // want `body-not-closed: `
			requireNoError(t, err)
			if resp.StatusCode != status {
				t.Errorf("status %d, want %d", resp.StatusCode, status)
			}
		})
	}
}

func TestTableClosed(t *testing.T) {
	server := start(t)
	for path, status := range map[string]int{"/health": 200, "/missing": 404} {
		path, status := path, status
		t.Run(path, func(t *testing.T) {
			t.Parallel()
			resp, err := server.Client().Get(server.URL + path)
			requireNoError(t, err)
			defer resp.Body.Close()
			_, err = io.Copy(io.Discard, resp.Body)
			requireNoError(t, err)
			if resp.StatusCode != status {
				t.Errorf("status %d, want %d", resp.StatusCode, status)
			}
		})
	}
}

func TestRecorder(t *testing.T) {
	recorder := httptest.NewRecorder()
	Handler().ServeHTTP(recorder, httptest.NewRequest(http.MethodGet, "/health", nil))
	if got := recorder.Result().StatusCode; got != http.StatusOK {
		t.Fatal(got)
	}
}

func BenchmarkHealth(b *testing.B) {
	server := httptest.NewServer(Handler())
	defer server.Close()
	for i := 0; i < b.N; i++ {
		resp, err := http.Get(server.URL + "/health") // want `body-not-drained: `
		if err != nil {
			b.Fatal(err)
		}
		resp.Body.Close()
	}
}

func BenchmarkHealthDrained(b *testing.B) {
	server := httptest.NewServer(Handler())
	defer server.Close()
	for i := 0; i < b.N; i++ {
		resp, err := http.Get(server.URL + "/health")
		if err != nil {
			b.Fatal(err)
		}
		_, _ = io.Copy(io.Discard, resp.Body)
		resp.Body.Close()
	}
}
