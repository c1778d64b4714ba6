package assertions

import (
	"log"
	"net/http"
	"os"
	"testing"
)

func must(err error) {
	if err != nil {
		panic(err)
	}
}

func exit(err error, code int) {
	if err == nil {
		return
	}
	log.Print(err)
	os.Exit(code)
}

func warn(err error) {
	if err != nil {
		log.Print(err)
	}
}

func fatal(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func check(t *testing.T, err error) {
	t.Helper()
	fatal(t, err)
}

func panics(url string) {
	_, err := http.Get(url)
	must(err)
}

func exits(url string) bool {
	resp, err := http.Get(url)
	exit(err, 2)
	return isFine(resp)
}

// It runs on with an error.
func warns(url string) {
	_, err := http.Get(url)
	warn(err)
}

func isFine(resp *http.Response) bool {
	return resp.StatusCode == http.StatusOK
}

func ends(t *testing.T, url string) bool {
	resp, err := http.Get(url)
	check(t, err)
	return isFine(resp)
}

func present(t *testing.T, resp *http.Response) {
	t.Helper()
	if resp == nil {
		t.Fatal("no response")
	}
}

// A test that ends here runs its deferred calls, and has no response.
func presentFirst(t *testing.T, url string) int {
	resp, err := http.Get(url)
	present(t, resp)
	check(t, err)
	return resp.StatusCode
}

func asked(t *testing.T, url string) int {
	resp, _ := http.Get(url)
	if resp == nil {
		t.Fatal("no response")
	}
	return resp.StatusCode
}

// The error is told first.
func toldFirst(t *testing.T, url string) int {
	resp, err := http.Get(url)
	warn(err)
	return resp.StatusCode
}
