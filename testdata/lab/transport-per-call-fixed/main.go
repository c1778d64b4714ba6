// Command transport-per-call-fixed sends one document after the other through one client.
package main

import (
	"io"
	"log"
	"net/http"
	"os"
	"strings"
	"time"
)

var client = &http.Client{Transport: &http.Transport{ResponseHeaderTimeout: 10 * time.Second}}

func main() {
	for i := 0; i < 50; i++ {
		if err := send(os.Args[1], `{"message": "hello"}`); err != nil {
			log.Fatal(err)
		}
	}
}

func send(url, document string) error {
	resp, err := client.Post(url, "application/json", strings.NewReader(document))
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	_, err = io.Copy(io.Discard, resp.Body)
	return err
}
