// Command goroutines-fixed loads a server from a hundred goroutines that share one client, whose pool keeps an idle
// connection for each of them.
package main

import (
	"io"
	"log"
	"net/http"
	"os"
	"sync"
)

const (
	workers  = 100
	requests = 20
)

var client = newClient()

func newClient() *http.Client {
	transport := http.DefaultTransport.(*http.Transport).Clone()
	transport.MaxIdleConnsPerHost = workers
	return &http.Client{Transport: transport}
}

func main() {
	if len(os.Args) != 2 {
		log.Fatal("usage: goroutines-fixed URL")
	}
	var group sync.WaitGroup
	for i := 0; i < workers; i++ {
		group.Add(1)
		go work(os.Args[1], &group)
	}
	group.Wait()
}

func work(url string, group *sync.WaitGroup) {
	defer group.Done()
	for i := 0; i < requests; i++ {
		resp, err := client.Get(url)
		if err != nil {
			log.Print(err)
			return
		}
		if _, err := io.Copy(io.Discard, resp.Body); err != nil {
			log.Print(err)
		}
		resp.Body.Close()
	}
}
