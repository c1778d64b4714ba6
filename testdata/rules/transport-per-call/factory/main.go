package main

import (
	"io"
	"log"
	"net/http"
	"os"
)

type api struct{ client *http.Client }

func newClient() *http.Client {
	return &http.Client{Transport: &http.Transport{MaxIdleConns: 10}} // want `transport-per-call: `
}

func newAPI() *api {
	transport := &http.Transport{TLSHandshakeTimeout: 1 << 30} // want `transport-per-call: `
	return &api{client: &http.Client{Transport: transport}}
}

func (a *api) get(url string) error {
	resp, err := a.client.Get(url)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	_, err = io.Copy(io.Discard, resp.Body)
	return err
}

func main() {
	for _, url := range os.Args[1:] {
		resp, err := newClient().Get(url)
		if err != nil {
			log.Fatal(err)
		}
		io.Copy(io.Discard, resp.Body)
		resp.Body.Close()
		if err := newAPI().get(url); err != nil {
			log.Fatal(err)
		}
	}
}
