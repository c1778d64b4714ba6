// Command setlater sizes pools elsewhere than where the client is made.
package main

import (
	"io"
	"net/http"
	"sync"
)

const burst = 20

type api struct{ client http.Client }

func newAPI(transport http.RoundTripper) *api {
	a := &api{}
	a.client.Transport = transport
	return a
}

func (a *api) get() {
	if resp, err := a.client.Get("http://127.0.0.1:1/"); err == nil {
		drain(resp)
	}
}

type store struct{ client *http.Client }

func newStore() *store {
	s := &store{client: &http.Client{}}
	s.client.Transport = &http.Transport{MaxIdleConns: burst}
	return s
}

func (s *store) get() {
	if resp, err := s.client.Get("http://127.0.0.1:1/"); err == nil { // want `idle-pool-too-small: 20 goroutines .* share this client’s transport`
		drain(resp)
	}
}

type session struct{ client *http.Client }

func (s *session) use(transport http.RoundTripper) { s.client.Transport = transport }

func (s *session) get() {
	if resp, err := s.client.Get("http://127.0.0.1:1/"); err == nil {
		drain(resp)
	}
}

type embedding struct{ http.Client }

func newEmbedding() *embedding {
	e := &embedding{}
	e.Transport = &http.Transport{MaxIdleConnsPerHost: burst}
	return e
}

func (e *embedding) get() {
	if resp, err := e.Get("http://127.0.0.1:1/"); err == nil {
		drain(resp)
	}
}

func main() {
	var group sync.WaitGroup
	a := newAPI(&http.Transport{MaxIdleConnsPerHost: burst})
	for i := 0; i < burst; i++ {
		group.Add(1)
		go func() {
			defer group.Done()
			a.get()
		}()
	}
	s := newStore()
	for i := 0; i < burst; i++ {
		group.Add(1)
		go func() {
			defer group.Done()
			s.get()
		}()
	}
	another := &session{client: &http.Client{}}
	another.use(&http.Transport{MaxIdleConnsPerHost: burst})
	for i := 0; i < burst; i++ {
		group.Add(1)
		go func() {
			defer group.Done()
			another.get()
		}()
	}
	e := newEmbedding()
	for i := 0; i < burst; i++ {
		group.Add(1)
		go func() {
			defer group.Done()
			e.get()
		}()
	}
	group.Wait()
}

func drain(resp *http.Response) {
	io.Copy(io.Discard, resp.Body)
	resp.Body.Close()
}
