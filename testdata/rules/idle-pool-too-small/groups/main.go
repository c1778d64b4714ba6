// Command groups bounds its goroutines in several ways.
package main

import (
	"context"
	"io"
	"log"
	"net/http"
	"os"
	"sync"

	"golang.org/x/sync/errgroup"
	"golang.org/x/sync/semaphore"
)

const base = "http://127.0.0.1:1/items/"

func main() {
	ctx := context.Background()
	for _, run := range []func(context.Context, []string) error{limited, narrow, configured, weighted, slots, waitGroup} {
		if err := run(ctx, os.Args[1:]); err != nil {
			log.Print(err)
		}
	}
}

func limited(ctx context.Context, ids []string) error {
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(12)
	for _, id := range ids {
		group.Go(func() error {
			req, err := http.NewRequestWithContext(ctx, http.MethodGet, base+id, nil)
			if err != nil {
				return err
			}
			resp, err := http.DefaultClient.Do(req) // want `idle-pool-too-small: 12 goroutines .* up to 10 connections`
			if err != nil {
				return err
			}
			return drain(resp)
		})
	}
	return group.Wait()
}

// Two at a time find their connections again.
func narrow(ctx context.Context, ids []string) error {
	var group errgroup.Group
	group.SetLimit(2)
	for _, id := range ids {
		group.Go(func() error { return get(id) })
	}
	return group.Wait()
}

func get(id string) error {
	resp, err := http.Get(base + id)
	if err != nil {
		return err
	}
	return drain(resp)
}

// How many run at once is said elsewhere.
func configured(ctx context.Context, ids []string) error {
	var group errgroup.Group
	group.SetLimit(len(os.Getenv("PARALLEL")))
	for _, id := range ids {
		group.Go(func() error {
			resp, err := http.Get(base + id) // want `idle-pool-too-small: The goroutines started at line \d+ share`
			if err != nil {
				return err
			}
			return drain(resp)
		})
	}
	return group.Wait()
}

func weighted(ctx context.Context, ids []string) error {
	sem := semaphore.NewWeighted(8)
	var group sync.WaitGroup
	for _, id := range ids {
		if err := sem.Acquire(ctx, 1); err != nil {
			return err
		}
		group.Add(1)
		go func() {
			defer group.Done()
			defer sem.Release(1)
			resp, err := http.Get(base + id) // want `idle-pool-too-small: 8 goroutines`
			if err != nil {
				log.Print(err)
				return
			}
			drain(resp)
		}()
	}
	group.Wait()
	return nil
}

// The semaphore lives in the client, and is taken around each request.
type client struct {
	slots chan struct{}
	http  *http.Client
}

func newClient() *client {
	return &client{slots: make(chan struct{}, 2), http: &http.Client{}}
}

func (c *client) get(ctx context.Context, id string) error {
	select {
	case c.slots <- struct{}{}:
	case <-ctx.Done():
		return ctx.Err()
	}
	defer func() { <-c.slots }()
	resp, err := c.http.Get(base + id)
	if err != nil {
		return err
	}
	return drain(resp)
}

func slots(ctx context.Context, ids []string) error {
	c := newClient()
	var group errgroup.Group
	for _, id := range ids {
		group.Go(func() error { return c.get(ctx, id) })
	}
	return group.Wait()
}

func waitGroup(ctx context.Context, ids []string) error {
	var group sync.WaitGroup
	for range 6 {
		group.Go(func() {
			resp, err := http.Get(base) // want `idle-pool-too-small: 6 goroutines .* up to 4 connections`
			if err != nil {
				log.Print(err)
				return
			}
			drain(resp)
		})
	}
	group.Wait()
	return nil
}

func drain(resp *http.Response) error {
	defer resp.Body.Close()
	_, err := io.Copy(io.Discard, resp.Body)
	return err
}
