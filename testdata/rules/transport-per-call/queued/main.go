// Command queued keeps functions in jobs that it runs for requests, and has workers with transports of their own.
package main

import (
	"io"
	"log"
	"net/http"
	"os"
	"time"
)

type job struct {
	name string
	run  func(*job) error
}

// newJob keeps what it is given in the job.
func newJob(name string, run func(*job) error) *job {
	return &job{name: name, run: run}
}

func (j *job) start() {
	go func() {
		if err := j.run(j); err != nil {
			log.Print(err)
		}
	}()
}

// prepare is what each job runs.
func prepare(host string) *job {
	return newJob("prepare", func(*job) error { return ask(host) })
}

// ask is run for each request, by the job that is made for it.
func ask(host string) error {
	client := &http.Client{Transport: &http.Transport{TLSHandshakeTimeout: time.Second}} // want `transport-per-call: .* is made anew for each request`
	resp, err := client.Get("http://" + host)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	_, err = io.Copy(io.Discard, resp.Body)
	return err
}

func serve(_ http.ResponseWriter, r *http.Request) {
	prepare(r.Host).start()
}

type reporter struct{ client *http.Client }

func newReporter() *reporter {
	return &reporter{client: &http.Client{Transport: &http.Transport{TLSHandshakeTimeout: time.Second}}}
}

func (r *reporter) report(url string) {
	resp, err := r.client.Get(url)
	if err != nil {
		return
	}
	defer resp.Body.Close()
	io.Copy(io.Discard, resp.Body)
}

// work reports at once, and then again and again.
func (r *reporter) work(url string, stop <-chan struct{}) {
	r.report(url)
	for {
		select {
		case <-stop:
			return
		case <-time.After(time.Minute):
			r.report(url)
		}
	}
}

// startReporter starts a worker that goes on with the one transport that it has.
func startReporter(url string, stop <-chan struct{}) {
	r := newReporter()
	go r.work(url, stop)
}

// every runs something again and again, in one goroutine.
func every(interval time.Duration, run func()) {
	go func() {
		run()
		for {
			time.Sleep(interval)
			run()
		}
	}()
}

// refresh asks twice over the transport that it makes, each time that it is run.
func refresh() {
	every(time.Minute, func() {
		r := &reporter{client: &http.Client{Transport: &http.Transport{TLSHandshakeTimeout: time.Second}}} // want `transport-per-call: .* its connections serve no other call`
		for _, path := range []string{"/a", "/b"} {
			r.report("http://127.0.0.1:1" + path)
		}
	})
}

func main() {
	refresh()
	stop := make(chan struct{})
	defer close(stop)
	for _, url := range os.Args[1:] {
		startReporter(url, stop)
	}
	http.HandleFunc("/", serve)
	http.ListenAndServe("127.0.0.1:2", nil)
}
