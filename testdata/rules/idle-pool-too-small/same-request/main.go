// Command same-request sends copies of one request from many goroutines.
package main

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"os"
	"strconv"
	"sync"
)

type target struct {
	request *http.Request
	client  *http.Client
}

func (t *target) attack(ctx context.Context, count int) {
	var group sync.WaitGroup
	for i := 0; i < count; i++ {
		group.Add(1)
		go func(request *http.Request) {
			defer group.Done()
			drain(t.client.Do(request.WithContext(ctx))) // want `idle-pool-too-small: The goroutines started at line 23, as many as count says`
		}(t.request)
	}
	group.Wait()
}

// Over an interface, and without a client.
func repeat(ctx context.Context, request *http.Request) {
	var group sync.WaitGroup
	for range 20 {
		group.Go(func() {
			drain(http.DefaultTransport.RoundTrip(request.Clone(ctx))) // want `idle-pool-too-small: 20 goroutines`
		})
	}
	group.Wait()
}

// Each copy goes to another host.
func spread(ctx context.Context, request *http.Request) {
	var group sync.WaitGroup
	for i := range 20 {
		group.Go(func() {
			own := request.Clone(ctx)
			own.URL.Host = fmt.Sprintf("server-%d:8080", i)
			drain(http.DefaultTransport.RoundTrip(own))
		})
	}
	group.Wait()
}

// The requests are different ones.
func all(ctx context.Context, requests []*http.Request) {
	var group sync.WaitGroup
	for _, request := range requests {
		group.Go(func() { drain(http.DefaultTransport.RoundTrip(request.Clone(ctx))) })
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
	ctx := context.Background()
	request, err := http.NewRequest(http.MethodGet, os.Args[1], nil)
	if err != nil {
		panic(err)
	}
	count, _ := strconv.Atoi(os.Args[2])
	(&target{request: request, client: &http.Client{}}).attack(ctx, count)
	repeat(ctx, request)
	spread(ctx, request)
	all(ctx, []*http.Request{request})
}
