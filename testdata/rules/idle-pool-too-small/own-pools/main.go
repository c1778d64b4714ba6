// Command own-pools gives each goroutine a pool of its own: nothing is shared.
package main

import (
	"io"
	"net/http"
	"sync"
)

type worker struct{ client *http.Client }

func newWorker() *worker {
	return &worker{client: &http.Client{Transport: &http.Transport{}}}
}

func (w *worker) run() {
	for i := 0; i < 100; i++ {
		resp, err := w.client.Get("http://127.0.0.1:1/")
		if err != nil {
			return
		}
		drain(resp)
	}
}

var shared = &http.Transport{}

func main() {
	var group sync.WaitGroup
	for i := 0; i < 10; i++ {
		group.Add(1)
		go func() {
			defer group.Done()
			w := newWorker()
			defer w.client.CloseIdleConnections()
			w.run()
		}()
	}
	for i := 0; i < 10; i++ {
		group.Add(1)
		w := newWorker()
		go func() {
			defer group.Done()
			defer w.client.CloseIdleConnections()
			w.run()
		}()
	}
	for i := 0; i < 10; i++ {
		group.Add(1)
		go func() {
			defer group.Done()
			// A client of its own, but a transport that all share.
			client := &http.Client{Transport: shared}
			resp, err := client.Get("http://127.0.0.1:1/") // want `idle-pool-too-small: 10 goroutines`
			if err != nil {
				return
			}
			drain(resp)
		}()
	}
	group.Wait()
}

func drain(resp *http.Response) {
	io.Copy(io.Discard, resp.Body)
	resp.Body.Close()
}
