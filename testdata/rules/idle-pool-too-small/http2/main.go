// Command http2 asks servers with TLS, which may need one connection only.
package main

import (
	"crypto/tls"
	"io"
	"net/http"
	"sync"
)

const base = "https://api.example.com"

var (
	pinned = &http.Client{Transport: &http.Transport{TLSClientConfig: &tls.Config{MinVersion: tls.VersionTLS13}}} // want `http2-switched-off: `
	forced = &http.Client{Transport: &http.Transport{
		TLSClientConfig:   &tls.Config{MinVersion: tls.VersionTLS13},
		ForceAttemptHTTP2: true,
	}}
)

func main() {
	var group sync.WaitGroup
	for i := 0; i < 300; i++ {
		group.Add(3)
		go func() {
			defer group.Done()
			resp, err := http.Get(base + "/status") // want `idle-pool-too-small: 300 goroutines .* unless the server speaks HTTP/2`
			drain(resp, err)
		}()
		go func() {
			defer group.Done()
			resp, err := pinned.Get(base + "/status") // want `idle-pool-too-small: 300 goroutines .* closed after each burst$` `connections-unbounded: .* up to 300 connections`
			drain(resp, err)
		}()
		go func() {
			defer group.Done()
			resp, err := forced.Get(base + "/status") // want `idle-pool-too-small: 300 goroutines .* unless the server speaks HTTP/2`
			drain(resp, err)
		}()
	}
	group.Wait()
}

func drain(resp *http.Response, err error) {
	if err != nil {
		return
	}
	defer resp.Body.Close()
	io.Copy(io.Discard, resp.Body)
}
