// Command flags is told on its command line how much it does at once.
package main

import (
	"flag"
	"io"
	"net/http"
	"sync"

	"example.com/flags/kong"
)

type options struct {
	url     string
	threads int
}

var (
	parallel int
	few      = flag.Int("few", 2, "two at once")
	chained  = kong.Flag("chained", "as many at once").Default("24").Int()
)

func main() {
	var o options
	var local int
	flag.StringVar(&o.url, "url", "http://127.0.0.1:1/", "what to ask for")
	flag.IntVar(&o.threads, "threads", 12, "so many at once")
	flag.IntVar(&parallel, "parallel", 16, "so many at once")
	flag.IntVar(&local, "local", 30, "so many at once")
	flag.Parse()
	for range local {
		go get("http://127.0.0.1:1/local")
	}
	o.run()
}

func get(url string) {
	drain(http.Get(url)) // want `idle-pool-too-small: .* as many as local says \(30 by default\)`
}

func (o *options) run() {
	var group sync.WaitGroup
	for i := 0; i < o.threads; i++ {
		group.Go(func() {
			drain(http.Get(o.url)) // want `idle-pool-too-small: .* as many as o.threads says \(12 by default\), .*: up to 10 connections`
		})
	}
	for i := 0; i < parallel; i++ {
		group.Go(func() {
			drain(http.Get(o.url)) // want `idle-pool-too-small: .* as many as parallel says \(16 by default\)`
		})
	}
	for i := 0; i < *few; i++ {
		group.Go(func() {
			drain(http.Get(o.url))
		})
	}
	for i := 0; i < *chained; i++ {
		group.Go(func() {
			drain(http.Get(o.url)) // want `idle-pool-too-small: .* as many as chained says \(24 by default\)`
		})
	}
	slots := make(chan struct{}, *few)
	for i := 0; i < 100; i++ {
		slots <- struct{}{}
		group.Go(func() {
			defer func() { <-slots }()
			drain(http.Get(o.url))
		})
	}
	group.Wait()
}

func drain(resp *http.Response, err error) {
	if err != nil {
		return
	}
	defer resp.Body.Close()
	io.Copy(io.Discard, resp.Body)
}
