// Command bounded starts many goroutines, few of which ask one host at once.
package main

import (
	"fmt"
	"io"
	"net/http"
	"os"
	"sync"
)

var mutex sync.Mutex

func main() {
	var group sync.WaitGroup
	slots := make(chan struct{}, 2)
	for i := 0; i < 100; i++ {
		slots <- struct{}{}
		go func() {
			defer func() { <-slots }()
			get("http://127.0.0.1:1/")
		}()
	}
	for i := 0; i < 100; i++ {
		group.Add(1)
		go func() {
			defer group.Done()
			slots <- struct{}{}
			defer func() { <-slots }()
			get("http://127.0.0.1:1/")
		}()
	}
	for i := 0; i < 100; i++ {
		group.Add(1)
		go func() {
			defer group.Done()
			oneByOne()
		}()
	}
	for i := 0; i < 100; i++ {
		done := make(chan bool)
		go func() {
			get("http://127.0.0.1:1/")
			done <- true
		}()
		<-done
	}
	// Each goroutine asks another host.
	for _, url := range os.Args[1:] {
		go get(url)
	}
	for i := 0; i < 100; i++ {
		go get(os.Args[i])
		go get(fmt.Sprintf("http://shard-%d.example.com/", i))
	}
	for _, target := range []service{first{}, second{}, third{}} {
		go target.ask()
	}
	group.Wait()
}

type service interface{ ask() }

type (
	first  struct{}
	second struct{}
	third  struct{}
)

func (first) ask() {
	resp, err := http.Get("http://127.0.0.1:1/")
	if err != nil {
		return
	}
	drain(resp)
}

func (second) ask() {}

func (third) ask() {}

func oneByOne() {
	mutex.Lock()
	defer mutex.Unlock()
	resp, err := http.Get("http://127.0.0.1:1/")
	if err != nil {
		return
	}
	drain(resp)
}

func get(url string) {
	resp, err := http.Get(url)
	if err != nil {
		return
	}
	drain(resp)
}

func drain(resp *http.Response) {
	io.Copy(io.Discard, resp.Body)
	resp.Body.Close()
}
