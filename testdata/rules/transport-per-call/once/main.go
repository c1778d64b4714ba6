// Command once makes transports in code that does not run again and again.
package main

import (
	"io"
	"log"
	"net/http"
	"os"
	"sync"
)

var prefetched = fetch("http://127.0.0.1:1")

func init() { fetch("http://127.0.0.1:2") }

func main() {
	fetch(os.Args[1])
	for attempt := 0; attempt < 3; attempt++ {
		client := &http.Client{Transport: &http.Transport{}}
		if err := read(client, os.Args[1]); err == nil {
			break
		}
	}
	jobs := make(chan string)
	var group sync.WaitGroup
	for i := 0; i < 8; i++ {
		group.Add(1)
		go func() {
			defer group.Done()
			work(jobs)
		}()
	}
	for _, url := range os.Args[1:] {
		jobs <- url
	}
	close(jobs)
	group.Wait()
	all := clients(4)
	for _, client := range all {
		read(client, os.Args[1])
	}
	log.Print(prefetched)
}

// work has a transport for all that one worker asks.
func work(jobs <-chan string) {
	client := &http.Client{Transport: &http.Transport{}}
	for url := range jobs {
		read(client, url)
	}
}

// clients keeps what it makes in a list.
func clients(count int) []*http.Client {
	var all []*http.Client
	for i := 0; i < count; i++ {
		all = append(all, &http.Client{Transport: &http.Transport{}})
	}
	return all
}

func fetch(url string) error {
	return read(&http.Client{Transport: &http.Transport{}}, url)
}

func read(client *http.Client, url string) error {
	resp, err := client.Get(url)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	_, err = io.Copy(io.Discard, resp.Body)
	return err
}
