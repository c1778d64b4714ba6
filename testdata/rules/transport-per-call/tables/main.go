// Command tables keeps functions that send requests in tables, fields and variables.
package main

import (
	"context"
	"io"
	"log"
	"net/http"
	"os"
	"sync"
)

type probe func(url string) error

var probes = map[string]probe{
	"http": probeHTTP,
	"other": func(url string) error {
		return read(&http.Client{Transport: &http.Transport{}}, url) // want `transport-per-call: .*loop`
	},
}

var steps = []func() error{prepare, finish}

type check struct {
	name string
	run  func(url string) error
}

type task struct{ do func() error }

func probeHTTP(url string) error {
	return read(&http.Client{Transport: &http.Transport{}}, url) // want `transport-per-call: .*probeHTTP, which runs in a loop`
}

func prepare() error { return read(&http.Client{Transport: &http.Transport{}}, "http://127.0.0.1/") }

func finish() error { return read(&http.Client{Transport: &http.Transport{}}, "http://127.0.0.1/") }

func inspect(url string) error {
	return read(&http.Client{Transport: &http.Transport{}}, url) // want `transport-per-call: .*inspect, which runs in a loop`
}

func once() error { return read(&http.Client{Transport: &http.Transport{}}, "http://127.0.0.1/") }

func main() {
	kind := os.Getenv("KIND")
	for _, url := range os.Args {
		report(probes[kind](url))
	}
	for _, step := range steps {
		report(step())
	}
	c := &check{name: "inspect", run: inspect}
	for _, url := range os.Args {
		report(c.run(url))
	}
	for _, each := range []task{{do: once}} {
		report(each.do())
	}
	for _, url := range os.Args {
		report(visit(url))
	}
	rotate(100)
	report(together(context.Background(), func() error {
		return read(&http.Client{Transport: &http.Transport{}}, "http://127.0.0.1/")
	}))
}

// visit runs its request in a group.
func visit(url string) error {
	client := &http.Client{Transport: &http.Transport{}} // want `transport-per-call: .*visit, which runs in a loop`
	return together(context.Background(), func() error { return read(client, url) })
}

func together(ctx context.Context, tasks ...func() error) error {
	errs := make(chan error, len(tasks))
	var group sync.WaitGroup
	for _, each := range tasks {
		group.Add(1)
		go func(do func() error) {
			defer group.Done()
			errs <- do()
		}(each)
	}
	group.Wait()
	select {
	case err := <-errs:
		return err
	case <-ctx.Done():
		return ctx.Err()
	}
}

func report(err error) {
	if err != nil {
		log.Print(err)
	}
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

// rotate puts a function into the list that it comes from.
func rotate(turns int) {
	next := func() error { return read(&http.Client{Transport: &http.Transport{}}, "http://127.0.0.1/") } // want `transport-per-call: .*loop`
	list := []func() error{next}
	for range turns {
		next = list[0]
		report(next())
		list = []func() error{next, list[0]}
	}
}
