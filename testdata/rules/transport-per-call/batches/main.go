// Command batches sends several requests over each transport before it drops it.
package main

import (
	"io"
	"log"
	"net/http"
	"sync"
	"time"
)

type check struct{ paths []string }

// run sends what the check lists, and is over.
func (c *check) run() {
	client := &http.Client{Transport: &http.Transport{MaxIdleConns: 1}} // want `transport-per-call: .* its connections serve no other call`
	for _, path := range c.paths {
		resp, err := client.Get("http://127.0.0.1:1" + path)
		if err != nil {
			return
		}
		read(resp)
	}
}

// together sends what the check lists at once, and is over.
func (c *check) together() {
	client := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 64, MaxConnsPerHost: 64}} // want `transport-per-call: .* its connections serve no other call`
	var group sync.WaitGroup
	for _, path := range c.paths {
		group.Add(1)
		go func() {
			defer group.Done()
			resp, err := client.Get("http://127.0.0.1:1" + path)
			if err != nil {
				return
			}
			read(resp)
		}()
	}
	group.Wait()
}

// serve runs beside itself, and sends a number of requests each time.
func serve(w http.ResponseWriter, _ *http.Request) {
	for _, data := range gather([]string{"/a", "/b", "/c"}) {
		w.Write(data)
	}
}

func gather(paths []string) (all [][]byte) {
	client := &http.Client{Transport: &http.Transport{MaxIdleConns: 1}} // want `transport-per-call: .* for each request that reaches gather: its connections serve no other call`
	for _, path := range paths {
		resp, err := client.Get("http://127.0.0.1:1" + path)
		if err != nil {
			return all
		}
		data, err := io.ReadAll(resp.Body)
		resp.Body.Close()
		if err == nil {
			all = append(all, data)
		}
	}
	return all
}

// watch goes on as long as the server does.
func watch() error {
	client := &http.Client{Transport: &http.Transport{MaxIdleConns: 1}}
	for {
		resp, err := client.Get("http://127.0.0.1:1/events")
		if err != nil {
			return err
		}
		read(resp)
	}
}

// work is over when there are no more jobs.
func work(jobs <-chan string) {
	client := &http.Client{Transport: &http.Transport{MaxIdleConns: 1}}
	for job := range jobs {
		resp, err := client.Get(job)
		if err != nil {
			return
		}
		read(resp)
	}
}

// share sends a part of the requests beside others.
func share(paths []string) {
	client := &http.Client{Transport: &http.Transport{MaxIdleConns: 1}}
	for _, path := range paths {
		resp, err := client.Get("http://127.0.0.1:1" + path)
		if err != nil {
			return
		}
		read(resp)
	}
}

func main() {
	jobs := make(chan string)
	for i := 0; i < 8; i++ {
		go work(jobs)
		go share([]string{"/a", "/b"})
	}
	go func() {
		for {
			log.Print(watch())
			time.Sleep(time.Second)
		}
	}()
	http.HandleFunc("/", serve)
	c := &check{paths: []string{"/a", "/b"}}
	for range time.Tick(time.Minute) {
		c.run()
		c.together()
	}
}

func read(resp *http.Response) {
	io.Copy(io.Discard, resp.Body)
	resp.Body.Close()
}
