// Command goroutines loads a server from a hundred goroutines that share http.DefaultClient. Every body is drained and
// closed, but the pool keeps two idle connections for a host and throws the others away.
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

func main() {
	if len(os.Args) != 2 {
		log.Fatal("usage: goroutines URL")
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
		resp, err := http.DefaultClient.Get(url) // want `idle-pool-too-small: .*\b100\b`
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
