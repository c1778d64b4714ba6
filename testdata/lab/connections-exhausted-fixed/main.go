// Command connections-exhausted-fixed asks for documents that are not there, over two connections at most, and reads and
// closes what it gets.
package main

import (
	"fmt"
	"io"
	"log"
	"net/http"
	"os"
)

var client = &http.Client{Transport: &http.Transport{MaxConnsPerHost: 2}}

func main() {
	for i := 0; i < 10; i++ {
		if _, err := fetch(os.Args[1]); err != nil {
			log.Print(err)
		}
	}
}

func fetch(url string) ([]byte, error) {
	resp, err := client.Get(url)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	data, err := io.ReadAll(resp.Body)
	if err != nil {
		return nil, err
	}
	if resp.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("status %s", resp.Status)
	}
	return data, nil
}
