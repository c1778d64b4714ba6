// Command connections-exhausted asks for documents that are not there, over two connections at most. A status that is not
// 200 ends fetch before its deferred Close.
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
	if resp.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("status %s", resp.Status)
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}
