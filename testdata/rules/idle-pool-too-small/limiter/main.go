// Command limiter lets its goroutines wait for their turn.
package main

import (
	"context"
	"io"
	"log"
	"net/http"
	"os"
	"sync"
	"time"
)

// limiter gives leave at a pace.
type limiter struct{ ticks <-chan time.Time }

func (l *limiter) Wait(ctx context.Context) error {
	select {
	case <-l.ticks:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

type client struct {
	sync.Mutex
	limiter *limiter
	guard   sync.RWMutex
}

func main() {
	c := &client{limiter: &limiter{ticks: time.Tick(time.Second)}}
	for _, id := range os.Args[1:] {
		go c.limited(context.Background(), id)
		go c.embedded(id)
		go c.between(id)
		go c.reading(id)
	}
}

func (c *client) limited(ctx context.Context, id string) {
	if err := c.limiter.Wait(ctx); err != nil {
		return
	}
	get(id)
}

func (c *client) embedded(id string) {
	c.Lock()
	defer c.Unlock()
	get(id)
}

func (c *client) between(id string) {
	c.guard.Lock()
	get(id)
	c.guard.Unlock()
}

// Many read at the same time.
func (c *client) reading(id string) {
	c.guard.RLock()
	defer c.guard.RUnlock()
	resp, err := http.Get("http://127.0.0.1:1/" + id) // want `idle-pool-too-small: ` `connections-unbounded: `
	drain(resp, err)
}

func get(id string) {
	resp, err := http.Get("http://127.0.0.1:1/" + id)
	drain(resp, err)
}

func drain(resp *http.Response, err error) {
	if err != nil {
		log.Print(err)
		return
	}
	defer resp.Body.Close()
	io.Copy(io.Discard, resp.Body)
}
