// Command limited bounds its connections, or the goroutines that need them.
package main

import (
	"io"
	"log"
	"net/http"
	"os"
	"sync"
)

var (
	limited = &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 32, MaxConnsPerHost: 32}}
	wide    = &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 32}}
	unknown = &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 32, MaxConnsPerHost: len(os.Args)}}
	roomy   = &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 512}}
	secure  = &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 32}}
)

func main() {
	var group sync.WaitGroup
	slots := make(chan struct{}, 32)
	for _, id := range os.Args[1:] {
		group.Add(4)
		go func() {
			defer group.Done()
			get(limited, id)
		}()
		go func() {
			defer group.Done()
			get(unknown, id)
		}()
		go func() {
			defer group.Done()
			// With HTTP/2 they share a connection.
			resp, err := secure.Get("https://api.example.com/" + id)
			drain(resp, err)
		}()
		go func() {
			defer group.Done()
			slots <- struct{}{}
			defer func() { <-slots }()
			get(wide, id)
		}()
	}
	for i := 0; i < 32; i++ {
		group.Add(1)
		go func() {
			defer group.Done()
			get(wide, "")
		}()
	}
	// The pool was made for as many.
	for i := 0; i < 400; i++ {
		group.Add(1)
		go func() {
			defer group.Done()
			get(roomy, "")
		}()
	}
	group.Wait()
	for _, id := range os.Args[1:] {
		get(wide, id)
	}
}

func get(client *http.Client, id string) {
	resp, err := client.Get("http://127.0.0.1:1/" + id)
	drain(resp, err)
}

func drain(resp *http.Response, err error) {
	if err != nil {
		log.Print(err)
		return
	}
	defer resp.Body.Close()
	io.Copy(io.Discard, resp.Body)
}
