// Command transport-copied gives uploads a transport with a limit of its own, and with the pool of all others.
package main

import (
	"io"
	"log"
	"net/http"
	"os"
	"time"
)

func main() {
	fetch(http.DefaultClient, os.Args[1])
	uploads := newUploads()
	fetch(uploads, os.Args[1])
	uploads.CloseIdleConnections()
}

func newUploads() *http.Client {
	transport := *http.DefaultTransport.(*http.Transport)
	transport.ResponseHeaderTimeout = 10 * time.Second
	return &http.Client{Transport: &transport}
}

func fetch(client *http.Client, url string) {
	resp, err := client.Get(url)
	if err != nil {
		log.Fatal(err)
	}
	defer resp.Body.Close()
	if _, err := io.Copy(io.Discard, resp.Body); err != nil {
		log.Fatal(err)
	}
}
