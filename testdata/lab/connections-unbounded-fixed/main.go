// Command connections-unbounded-fixed asks for each key of its command line in a goroutine of its own, over five connections.
package main

import (
	"io"
	"log"
	"net/http"
	"os"
	"sync"
)

var client = &http.Client{
	Transport: &http.Transport{MaxIdleConnsPerHost: 5, MaxConnsPerHost: 5},
}

func main() {
	warm(os.Args[1], os.Args[2:])
}

func warm(base string, keys []string) {
	var group sync.WaitGroup
	for _, key := range keys {
		group.Add(1)
		go func(key string) {
			defer group.Done()
			fetch(base + "/" + key)
		}(key)
	}
	group.Wait()
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
