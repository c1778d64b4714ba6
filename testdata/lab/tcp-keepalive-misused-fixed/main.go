// Command tcp-keepalive-misused-fixed is to use each connection for one request only.
package main

import (
	"io"
	"log"
	"net"
	"net/http"
	"os"
	"time"
)

var client = newClient()

func newClient() *http.Client {
	dialer := &net.Dialer{Timeout: 10 * time.Second}
	return &http.Client{Transport: &http.Transport{
		DialContext:       dialer.DialContext,
		ForceAttemptHTTP2: true,
		DisableKeepAlives: true,
	}}
}

func main() {
	for i := 0; i < 50; i++ {
		fetch(os.Args[1])
	}
}

func fetch(url string) {
	resp, err := client.Get(url)
	if err != nil {
		log.Fatal(err)
	}
	defer resp.Body.Close()
	if _, err := io.Copy(io.Discard, resp.Body); err != nil {
		log.Fatal(err)
	}
}
