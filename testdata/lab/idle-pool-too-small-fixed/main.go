// Command idle-pool-too-small-fixed asks a server in rounds of twenty goroutines over a client that keeps twenty
// connections.
package main

import (
	"io"
	"log"
	"net/http"
	"os"
	"sync"
)

const (
	workers = 20
	rounds  = 20
)

var client = newClient()

func newClient() *http.Client {
	transport := http.DefaultTransport.(*http.Transport).Clone()
	transport.MaxIdleConnsPerHost = workers
	return &http.Client{Transport: transport}
}

func main() {
	for i := 0; i < rounds; i++ {
		round(os.Args[1])
	}
}

func round(url string) {
	var group sync.WaitGroup
	for i := 0; i < workers; i++ {
		group.Add(1)
		go func() {
			defer group.Done()
			fetch(url)
		}()
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
