// Command dialling opens as many connections as there is work.
package main

import (
	"io"
	"log"
	"net/http"
	"os"
	"sync"
)

// Its pool is large, and nothing bounds what it dials.
var wide = &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 100}}

func main() {
	var group sync.WaitGroup
	for _, id := range os.Args[1:] {
		group.Add(1)
		go func() {
			defer group.Done()
			resp, err := wide.Get("http://127.0.0.1:1/" + id) // want `connections-unbounded: The goroutines started at line \d+ ask one host, and this client’s transport has no MaxConnsPerHost`
			drain(resp, err)
		}()
	}
	for i := 0; i < 1000; i++ {
		group.Add(1)
		go func() {
			defer group.Done()
			resp, err := wide.Get("http://127.0.0.1:1/") // want `idle-pool-too-small: 1000 goroutines .* keeps 100 idle` `connections-unbounded: 1000 goroutines .* up to 1000 connections`
			drain(resp, err)
		}()
	}
	group.Wait()
}

func drain(resp *http.Response, err error) {
	if err != nil {
		log.Print(err)
		return
	}
	defer resp.Body.Close()
	io.Copy(io.Discard, resp.Body)
}
