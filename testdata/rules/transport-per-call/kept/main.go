// Command kept makes each transport once and keeps it.
package main

import (
	"io"
	"log"
	"net/http"
	"os"
	"sync"
	"time"
)

var packageClient = newClient(time.Second)

func newClient(timeout time.Duration) *http.Client {
	return &http.Client{Timeout: timeout, Transport: &http.Transport{MaxIdleConnsPerHost: 8}}
}

var (
	once       sync.Once
	lazyClient *http.Client
)

func lazy() *http.Client {
	once.Do(func() {
		lazyClient = &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 8}}
	})
	return lazyClient
}

type api struct{ client *http.Client }

func newAPI() *api {
	transport := http.DefaultTransport.(*http.Transport).Clone()
	transport.MaxIdleConnsPerHost = 8
	return &api{client: &http.Client{Transport: transport}}
}

func (a *api) get(url string) error { return read(a.client, url) }

func read(client *http.Client, url string) error {
	resp, err := client.Get(url)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	_, err = io.Copy(io.Discard, resp.Body)
	return err
}

func main() {
	service := newAPI()
	local := &http.Client{Transport: &http.Transport{}}
	for i := 0; i < 50; i++ {
		if err := read(packageClient, os.Args[1]); err != nil {
			log.Fatal(err)
		}
		if err := read(lazy(), os.Args[1]); err != nil {
			log.Fatal(err)
		}
		if err := service.get(os.Args[1]); err != nil {
			log.Fatal(err)
		}
		if err := read(local, os.Args[1]); err != nil {
			log.Fatal(err)
		}
	}
}
