// Command byurl has a dial function of its own, and asks over TLS.
package main

import (
	"context"
	"io"
	"log"
	"net"
	"net/http"
	"time"
)

const base = "https://127.0.0.1:8443"

func dial(ctx context.Context, network, address string) (net.Conn, error) {
	conn, err := (&net.Dialer{Timeout: time.Second}).DialContext(ctx, "tcp4", address)
	if err != nil {
		log.Printf("%s: %v", address, err)
	}
	return conn, err
}

func main() {
	client := &http.Client{Transport: &http.Transport{DialContext: dial}} // want "http2-switched-off: This transport has DialContext of its own"
	resp, err := client.Get(base + "/status")
	if err != nil {
		log.Fatal(err)
	}
	defer resp.Body.Close()
	io.Copy(io.Discard, resp.Body)
}
