// Command idle-pool-too-small asks a server in rounds of twenty goroutines over the default client.
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
	resp, err := http.Get(url)
	if err != nil {
		log.Fatal(err)
	}
	defer resp.Body.Close()
	if _, err := io.Copy(io.Discard, resp.Body); err != nil {
		log.Fatal(err)
	}
}
