// Command turn-helpers takes turns by functions and methods of its own.
package main

import (
	"context"
	"io"
	"net/http"
	"os"
	"sync"
)

type limiter chan struct{}

func newLimiter(name string, size int) limiter { return make(limiter, size) }

func (l limiter) acquire() { l <- struct{}{} }
func (l limiter) release() { <-l }

type turns struct{ free chan struct{} }

func newTurns(size int) *turns { return &turns{free: make(chan struct{}, size)} }

func (t *turns) take(ctx context.Context) error {
	select {
	case t.free <- struct{}{}:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

func (t *turns) give() { <-t.free }

type loader struct{ limit limiter }

func (l *loader) all(names []string) {
	var group sync.WaitGroup
	for _, name := range names {
		group.Go(func() {
			l.limit.acquire()
			defer l.limit.release()
			resp, err := http.Get("http://127.0.0.1:1/" + name) // want `idle-pool-too-small: 24 goroutines`
			drain(resp, err)
		})
	}
	group.Wait()
}

func beforeStart(names []string) {
	limit := newLimiter("names", 30)
	var group sync.WaitGroup
	for _, name := range names {
		limit.acquire()
		group.Go(func() {
			defer limit.release()
			resp, err := http.Get("http://127.0.0.1:1/" + name) // want `idle-pool-too-small: 30 goroutines`
			drain(resp, err)
		})
	}
	group.Wait()
}

var two = newTurns(2)

// The pool keeps two connections, which are enough.
func atMostTwo(ctx context.Context, names []string) {
	var group sync.WaitGroup
	for _, name := range names {
		group.Go(func() {
			if err := two.take(ctx); err != nil {
				return
			}
			defer two.give()
			resp, err := http.Get("http://127.0.0.1:1/" + name)
			drain(resp, err)
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
	l := &loader{limit: newLimiter("all", 24)}
	l.all(os.Args)
	beforeStart(os.Args)
	atMostTwo(context.Background(), os.Args)
}
