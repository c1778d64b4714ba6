// Command indirect comes to its pools through fields, interfaces and functions.
package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"net/http"
	"strconv"
	"sync"

	"example.com/indirect/api"
)

var (
	target  = flag.String("target", "http://127.0.0.1:1", "where to ask")
	workers = flag.Int("workers", 20, "how many ask")
)

type worker struct {
	id     int
	client *http.Client
	jobs   <-chan string
}

// The workers are many, their client is one.
func (w *worker) run(group *sync.WaitGroup) {
	defer group.Done()
	for path := range w.jobs {
		resp, err := w.client.Get(*target + "/" + path) // want `idle-pool-too-small: .*, as many as workers says \(20 by default\), .*: up to 18 connections`
		drain(resp, err)
	}
}

func main() {
	flag.Parse()
	ctx := context.Background()
	client := api.NewClient(*target)
	var group sync.WaitGroup
	for i := range 50 {
		group.Add(1)
		go func() {
			defer group.Done()
			client.User(ctx, strconv.Itoa(i))
			client.Group(ctx, strconv.Itoa(i))
			client.Given(ctx, strconv.Itoa(i))
		}()
	}
	jobs := make(chan string, 100)
	wide := &http.Client{Transport: &http.Transport{}}
	for i := 0; i < *workers; i++ {
		group.Add(1)
		w := &worker{id: i, client: wide, jobs: jobs}
		go w.run(&group)
	}
	close(jobs)
	results := make(chan error)
	for i := 0; i < 30; i++ {
		go func() {
			resp, err := api.Shared().Get(fmt.Sprintf("%s/items/%d", *target, i)) // want `idle-pool-too-small: 30 goroutines`
			results <- drain(resp, err)
		}()
		go func() {
			fresh := api.Fresh()
			defer fresh.CloseIdleConnections()
			resp, err := fresh.Get(fmt.Sprintf("%s/items/%d", *target, i))
			results <- drain(resp, err)
		}()
	}
	for i := 0; i < 60; i++ {
		<-results
	}
	group.Wait()
}

func drain(resp *http.Response, err error) error {
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	_, err = io.Copy(io.Discard, resp.Body)
	return err
}
