// Command configured-pools takes the sizes of its pools from structs.
package main

import (
	"io"
	"net/http"
	"os"
	"sync"
)

type settings struct {
	workers int
	idle    int
}

func defaults() settings { return settings{workers: 50, idle: 4} }

type options struct {
	workers int
	idle    int
}

func ample() options { return options{workers: 50, idle: 50} }

type narrow struct {
	settings settings
	client   *http.Client
}

func newNarrow(given settings) *narrow {
	transport := &http.Transport{MaxIdleConnsPerHost: given.idle}
	return &narrow{settings: given, client: &http.Client{Transport: transport}}
}

func (n *narrow) run(names <-chan string) {
	var group sync.WaitGroup
	for i := 0; i < n.settings.workers; i++ {
		group.Go(func() {
			for name := range names {
				resp, err := n.client.Get("http://127.0.0.1:1/" + name) // want `idle-pool-too-small: 50 goroutines .* keeps 4 idle`
				drain(resp, err)
			}
		})
	}
	group.Wait()
}

type wide struct {
	options options
	client  *http.Client
}

func newWide(given options) *wide {
	transport := &http.Transport{MaxIdleConnsPerHost: given.idle}
	return &wide{options: given, client: &http.Client{Transport: transport}}
}

func (w *wide) run(names <-chan string) {
	var group sync.WaitGroup
	for i := 0; i < w.options.workers; i++ {
		group.Go(func() {
			for name := range names {
				resp, err := w.client.Get("http://127.0.0.1:1/" + name)
				drain(resp, err)
			}
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

func main() {
	names := make(chan string)
	go func() {
		defer close(names)
		for _, name := range os.Args {
			names <- name
		}
	}()
	newNarrow(defaults()).run(names)
	newWide(ample()).run(names)
}
