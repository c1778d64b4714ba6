// Command enough asks from several goroutines, and its pools are large enough.
package main

import (
	"io"
	"log"
	"net/http"
	"os"
	"sync"
)

const workers = 50

var wide = &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: workers}}

func main() {
	url := os.Args[1]
	var group sync.WaitGroup
	for i := 0; i < workers; i++ {
		group.Add(1)
		go func() {
			defer group.Done()
			ask(wide, url)
		}()
	}
	group.Wait()
	for i := 0; i < 2; i++ {
		group.Add(1)
		go func() {
			defer group.Done()
			two(url)
		}()
	}
	group.Wait()
	for i := 0; i < workers; i++ {
		sequential(url)
	}
}

func ask(client *http.Client, url string) {
	for i := 0; i < 20; i++ {
		resp, err := client.Get(url)
		if err != nil {
			log.Print(err)
			return
		}
		io.Copy(io.Discard, resp.Body)
		resp.Body.Close()
	}
}

func two(url string) {
	for i := 0; i < 20; i++ {
		resp, err := http.Get(url)
		if err != nil {
			log.Print(err)
			return
		}
		io.Copy(io.Discard, resp.Body)
		resp.Body.Close()
	}
}

func sequential(url string) {
	resp, err := http.Get(url)
	if err != nil {
		log.Print(err)
		return
	}
	io.Copy(io.Discard, resp.Body)
	resp.Body.Close()
}
