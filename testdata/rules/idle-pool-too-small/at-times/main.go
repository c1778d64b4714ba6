// Command at-times configures its transports on some ways only.
package main

import (
	"io"
	"net/http"
	"sync"
)

type options struct {
	KeepAlive bool `json:"keepAlive"`
	Tuned     bool `json:"tuned"`
	Workers   int  `json:"workers"`
}

func newClient(o options) *http.Client {
	transport := &http.Transport{MaxIdleConns: 256}
	if !o.KeepAlive {
		transport.DisableKeepAlives = true
	}
	return &http.Client{Transport: transport}
}

func given(o options) *http.Client {
	return &http.Client{Transport: &http.Transport{DisableKeepAlives: !o.KeepAlive}}
}

// How large the pool is depends on the options.
func tuned(o options) *http.Client {
	transport := &http.Transport{}
	if o.Tuned {
		transport.MaxIdleConnsPerHost = 100
	}
	return &http.Client{Transport: transport}
}

// The options say nothing here.
func always() *http.Client {
	transport := &http.Transport{}
	transport.DisableKeepAlives = true
	return &http.Client{Transport: transport}
}

func (o options) fetch() {
	atTimes, byOption, unclear, never := newClient(o), given(o), tuned(o), always()
	var group sync.WaitGroup
	for i := 0; i < o.Workers; i++ {
		group.Go(func() {
			drain(atTimes.Get("http://127.0.0.1:1/a"))  // want `idle-pool-too-small: .*, as many as o.Workers says, .*, unless keep-alives are switched off`
			drain(byOption.Get("http://127.0.0.1:1/b")) // want `idle-pool-too-small: .*, unless keep-alives are switched off`
			drain(unclear.Get("http://127.0.0.1:1/c"))
			drain(never.Get("http://127.0.0.1:1/d"))
		})
	}
	group.Wait()
}

// counter takes its lock when the request is over.
type counter struct {
	mutex sync.Mutex
	done  int
}

func (c *counter) get() {
	resp, err := http.Get("http://127.0.0.1:1/e") // want `idle-pool-too-small: 30 goroutines`
	c.mutex.Lock()
	defer c.mutex.Unlock()
	drain(resp, err)
	c.done++
}

// Its lock is held while the request is under way.
func (c *counter) getLocked() {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	drain(http.Get("http://127.0.0.1:1/f"))
	c.done++
}

func drain(resp *http.Response, err error) {
	if err != nil {
		return
	}
	defer resp.Body.Close()
	io.Copy(io.Discard, resp.Body)
}

func main() {
	options{Workers: 8}.fetch()
	var c counter
	var group sync.WaitGroup
	for range 30 {
		group.Go(c.get)
		group.Go(c.getLocked)
	}
	group.Wait()
}
