// Command plaintext has a dial function of its own, and no TLS.
package main

import (
	"io"
	"log"
	"net"
	"net/http"
	"time"
)

var client = &http.Client{Transport: &http.Transport{
	DialContext: (&net.Dialer{Timeout: time.Second}).DialContext,
}}

func main() {
	resp, err := client.Get("http://127.0.0.1:8080/")
	if err != nil {
		log.Fatal(err)
	}
	defer resp.Body.Close()
	io.Copy(io.Discard, resp.Body)
}
