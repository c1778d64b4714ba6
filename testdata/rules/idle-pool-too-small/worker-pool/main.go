package main

import (
	"io"
	"log"
	"net/http"
	"os"
	"strconv"
	"sync"
)

const workers = 16

func main() {
	jobs := make(chan string)
	var group sync.WaitGroup
	for i := 0; i < workers; i++ {
		group.Add(1)
		go func() {
			defer group.Done()
			for path := range jobs {
				fetch(os.Args[1] + path)
			}
		}()
	}
	for i := 0; i < 1000; i++ {
		jobs <- "/" + strconv.Itoa(i)
	}
	close(jobs)
	group.Wait()
}

func fetch(url string) {
	resp, err := http.Get(url) // want `idle-pool-too-small: .*\b16\b`
	if err != nil {
		log.Print(err)
		return
	}
	defer resp.Body.Close()
	io.Copy(io.Discard, resp.Body)
}
