// Command transport-per-call-unread sends one document after the other, each through a transport of its own, and
// closes the answers unread. Before Go 1.27 that closes the connections; since then they are drained, and stay.
package main

import (
	"log"
	"net/http"
	"os"
	"strings"
	"time"
)

func main() {
	for i := 0; i < 50; i++ {
		if err := send(os.Args[1], `{"message": "hello"}`); err != nil {
			log.Fatal(err)
		}
	}
}

func send(url, document string) error {
	client := &http.Client{Transport: &http.Transport{ResponseHeaderTimeout: 10 * time.Second}}
	resp, err := client.Post(url, "application/json", strings.NewReader(document))
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
