// Command shared-pool-emptied-fixed asks a server again and again and leaves the connection to its client.
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
	resp, err := client.Get(url)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}
