// Command shared-pool-emptied asks a server again and again, and closes the idle connections of its client each time.
package main

import (
	"io"
	"log"
	"net/http"
	"os"
	"time"
)

var client = &http.Client{Timeout: time.Minute}

func main() {
	for i := 0; i < 50; i++ {
		if _, err := fetch(os.Args[1]); err != nil {
			log.Fatal(err)
		}
	}
}

func fetch(url string) ([]byte, error) {
	defer client.CloseIdleConnections()
	resp, err := client.Get(url)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}
