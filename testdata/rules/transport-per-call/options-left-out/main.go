// Command options-left-out has callers that ask for no transport of their own.
package main

import (
	"io"
	"log"
	"net/http"
)

type options struct {
	private bool
	agent   string
}

func newClient(o options) *http.Client {
	if !o.private {
		return &http.Client{}
	}
	return &http.Client{Transport: &http.Transport{}}
}

func newSecret(o *options) *http.Client {
	if !o.private {
		return &http.Client{}
	}
	return &http.Client{Transport: &http.Transport{}} // want "transport-per-call: .*each request"
}

func get(url string) ([]byte, error) {
	resp, err := newClient(options{agent: "shared"}).Get(url)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

func getSecret(url string) ([]byte, error) {
	resp, err := newSecret(&options{private: true}).Get(url)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

func handler(w http.ResponseWriter, r *http.Request) {
	content, err := get("http://127.0.0.1:1/" + r.URL.Path)
	if err != nil {
		content, err = getSecret("http://127.0.0.1:1/" + r.URL.Path)
	}
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	_, _ = w.Write(content)
}

func main() {
	http.HandleFunc("/", handler)
	log.Fatal(http.ListenAndServe("127.0.0.1:8080", nil))
}
