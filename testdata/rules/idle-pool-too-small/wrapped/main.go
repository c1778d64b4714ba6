// Command wrapped sends requests over transports with something around them: the pool is that of the innermost.
package main

import (
	"io"
	"net/http"
	"sync"

	"golang.org/x/oauth2"
)

const burst = 20

type tagged struct {
	base http.RoundTripper
	tag  string
}

func (t *tagged) RoundTrip(req *http.Request) (*http.Response, error) {
	copied := req.Clone(req.Context())
	copied.Header.Set("X-Tag", t.tag)
	return t.base.RoundTrip(copied)
}

// optional uses the default transport when it has none.
type optional struct{ Base http.RoundTripper }

func (o *optional) base() http.RoundTripper {
	if o.Base != nil {
		return o.Base
	}
	return http.DefaultTransport
}

func (o *optional) RoundTrip(req *http.Request) (*http.Response, error) {
	return o.base().RoundTrip(req)
}

type embedding struct{ http.RoundTripper }

type function func(*http.Request) (*http.Response, error)

func (f function) RoundTrip(req *http.Request) (*http.Response, error) { return f(req) }

func around(next http.RoundTripper) http.RoundTripper {
	return function(func(req *http.Request) (*http.Response, error) {
		req.Header.Set("X-Around", "1")
		return next.RoundTrip(req)
	})
}

// limited lets two requests through at a time.
type limited struct {
	base  http.RoundTripper
	turns chan struct{}
}

func (l *limited) RoundTrip(req *http.Request) (*http.Response, error) {
	l.turns <- struct{}{}
	defer func() { <-l.turns }()
	return l.base.RoundTrip(req)
}

// stored answers most requests itself.
type stored struct {
	base   http.RoundTripper
	recall func(*http.Request) *http.Response
}

func (s *stored) RoundTrip(req *http.Request) (*http.Response, error) {
	if resp := s.recall(req); resp != nil {
		return resp, nil
	}
	return s.base.RoundTrip(req)
}

// divided sends some requests over another transport than the rest.
type divided struct{ images http.RoundTripper }

func (d *divided) RoundTrip(req *http.Request) (*http.Response, error) {
	if req.URL.Path == "/images" {
		return d.images.RoundTrip(req)
	}
	return http.DefaultTransport.RoundTrip(req)
}

var large = &http.Transport{MaxIdleConnsPerHost: burst}

func main() {
	var group sync.WaitGroup
	overDefault := &http.Client{Transport: &tagged{base: http.DefaultTransport, tag: "a"}}
	for i := 0; i < burst; i++ {
		group.Add(1)
		go func() {
			defer group.Done()
			if resp, err := overDefault.Get("http://127.0.0.1:1/"); err == nil { // want `idle-pool-too-small: 20 goroutines .* share http.DefaultTransport`
				drain(resp)
			}
		}()
	}
	overLarge := &http.Client{Transport: &tagged{base: large, tag: "b"}}
	for i := 0; i < burst; i++ {
		group.Add(1)
		go func() {
			defer group.Done()
			if resp, err := overLarge.Get("http://127.0.0.1:1/"); err == nil {
				drain(resp)
			}
		}()
	}

	leftOut := &http.Client{Transport: &optional{}}
	for i := 0; i < burst; i++ {
		group.Add(1)
		go func() {
			defer group.Done()
			if resp, err := leftOut.Get("http://127.0.0.1:1/"); err == nil { // want `idle-pool-too-small: 20 goroutines .* share http.DefaultTransport`
				drain(resp)
			}
		}()
	}
	given := &http.Client{Transport: &optional{Base: large}}
	for i := 0; i < burst; i++ {
		group.Add(1)
		go func() {
			defer group.Done()
			if resp, err := given.Get("http://127.0.0.1:1/"); err == nil {
				drain(resp)
			}
		}()
	}

	embedded := &http.Client{Transport: embedding{http.DefaultTransport}}
	for i := 0; i < burst; i++ {
		group.Add(1)
		go func() {
			defer group.Done()
			if resp, err := embedded.Get("http://127.0.0.1:1/"); err == nil {
				drain(resp)
			}
		}()
	}
	named := &http.Client{Transport: embedding{RoundTripper: http.DefaultTransport}}
	for i := 0; i < burst; i++ {
		group.Add(1)
		go func() {
			defer group.Done()
			if resp, err := named.Get("http://127.0.0.1:1/"); err == nil { // want `idle-pool-too-small: 20 goroutines .* share http.DefaultTransport`
				drain(resp)
			}
		}()
	}

	inFunction := &http.Client{Transport: around(&http.Transport{})}
	for i := 0; i < burst; i++ {
		group.Add(1)
		go func() {
			defer group.Done()
			if resp, err := inFunction.Get("http://127.0.0.1:1/"); err == nil { // want `idle-pool-too-small: 20 goroutines .* share this client’s transport`
				drain(resp)
			}
		}()
	}
	largeInFunction := &http.Client{Transport: around(around(large))}
	for i := 0; i < burst; i++ {
		group.Add(1)
		go func() {
			defer group.Done()
			if resp, err := largeInFunction.Get("http://127.0.0.1:1/"); err == nil {
				drain(resp)
			}
		}()
	}

	authorized := &http.Client{Transport: &oauth2.Transport{}}
	for i := 0; i < burst; i++ {
		group.Add(1)
		go func() {
			defer group.Done()
			if resp, err := authorized.Get("http://127.0.0.1:1/"); err == nil { // want `idle-pool-too-small: 20 goroutines .* share http.DefaultTransport`
				drain(resp)
			}
		}()
	}
	authorizedLarge := &http.Client{Transport: &oauth2.Transport{Base: large}}
	for i := 0; i < burst; i++ {
		group.Add(1)
		go func() {
			defer group.Done()
			if resp, err := authorizedLarge.Get("http://127.0.0.1:1/"); err == nil {
				drain(resp)
			}
		}()
	}

	inTurn := &http.Client{Transport: &limited{base: http.DefaultTransport, turns: make(chan struct{}, 2)}}
	for i := 0; i < burst; i++ {
		group.Add(1)
		go func() {
			defer group.Done()
			if resp, err := inTurn.Get("http://127.0.0.1:1/"); err == nil {
				drain(resp)
			}
		}()
	}

	recalled := &http.Client{Transport: &stored{base: http.DefaultTransport, recall: none}}
	for i := 0; i < burst; i++ {
		group.Add(1)
		go func() {
			defer group.Done()
			if resp, err := recalled.Get("http://127.0.0.1:1/"); err == nil {
				drain(resp)
			}
		}()
	}

	two := &http.Client{Transport: &divided{images: large}}
	for i := 0; i < burst; i++ {
		group.Add(1)
		go func() {
			defer group.Done()
			if resp, err := two.Get("http://127.0.0.1:1/"); err == nil {
				drain(resp)
			}
		}()
	}
	group.Wait()
}

func none(*http.Request) *http.Response { return nil }

func drain(resp *http.Response) {
	io.Copy(io.Discard, resp.Body)
	resp.Body.Close()
}
