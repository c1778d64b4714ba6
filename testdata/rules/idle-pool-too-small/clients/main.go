package main

import (
	"flag"
	"fmt"
	"io"
	"log"
	"net/http"
	"os"
	"sync"
)

type api struct {
	client *http.Client
	base   string
}

func newAPI(base string) *api {
	return &api{client: &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 10}}, base: base}
}

func (a *api) get(path string) {
	req, err := http.NewRequest(http.MethodGet, a.base+path, nil)
	if err != nil {
		log.Print(err)
		return
	}
	resp, err := a.client.Do(req) // want `idle-pool-too-small: 32 goroutines .* keeps 10 idle .* 22 connections`
	if err != nil {
		log.Print(err)
		return
	}
	drain(resp)
}

type embedding struct{ http.Client }

var cloned = clone()

func clone() *http.Client {
	transport := http.DefaultTransport.(*http.Transport).Clone()
	transport.MaxIdleConnsPerHost = 150
	return &http.Client{Transport: transport}
}

var parallel = flag.Int("parallel", 50, "number of goroutines")

func main() {
	flag.Parse()
	service := newAPI(os.Args[1])
	var group sync.WaitGroup
	for i := 0; i < 32; i++ {
		go service.get(fmt.Sprint("/", i))
	}
	shared := &embedding{}
	for i := 0; i < 150; i++ {
		group.Add(1)
		go func() {
			defer group.Done()
			for j := 0; j < 10; j++ {
				resp, err := cloned.Get("http://127.0.0.1:1/") // want `idle-pool-too-small: 150 goroutines .* keeps 100 idle`
				if err != nil {
					return
				}
				drain(resp)
				resp, err = shared.Get("http://127.0.0.1:1/") // want `idle-pool-too-small: 150 goroutines .* keeps 2 idle`
				if err != nil {
					return
				}
				drain(resp)
			}
		}()
	}
	run(http.DefaultClient, "http://127.0.0.1:1/", 40)
	for i := 0; i < *parallel; i++ {
		group.Add(1)
		go func() {
			defer group.Done()
			resp, err := http.Get("http://127.0.0.1:1/") // want `idle-pool-too-small: .*, as many as parallel says \(50 by default\)`
			if err != nil {
				return
			}
			drain(resp)
		}()
	}
	for _, id := range os.Args[2:] {
		group.Add(1)
		go func(id string) {
			defer group.Done()
			resp, err := http.Get("http://127.0.0.1:1/items/" + id) // want `idle-pool-too-small: ` `connections-unbounded: `
			if err != nil {
				return
			}
			drain(resp)
		}(id)
	}
	group.Wait()
}

func run(client *http.Client, url string, workers int) {
	var group sync.WaitGroup
	for i := 0; i < workers; i++ {
		group.Add(1)
		go fetch(client, url, &group)
	}
	group.Wait()
}

func fetch(client *http.Client, url string, group *sync.WaitGroup) {
	defer group.Done()
	resp, err := client.Get(url) // want `idle-pool-too-small: 40 goroutines`
	if err != nil {
		return
	}
	drain(resp)
}

func drain(resp *http.Response) {
	io.Copy(io.Discard, resp.Body)
	resp.Body.Close()
}
