// Command functionvalues makes clients by functions that fields and variables hold.
package main

import (
	"io"
	"net/http"
	"sync"
)

// made is called for each request.
var made = func() *http.Client {
	return &http.Client{Transport: &http.Transport{MaxIdleConns: 1}} // want `transport-per-call: `
}

// kept makes one client.
var kept = sync.OnceValue(func() *http.Client {
	return &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 100}}
})

// lazy makes one, too.
var lazy = func() func() *http.Client {
	var client *http.Client
	return func() *http.Client {
		if client == nil {
			client = &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 100}}
		}
		return client
	}
}()

var pool = sync.Pool{New: func() any {
	return &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 100}}
}}

type server struct {
	open  func() *http.Client
	start func() *http.Client
	once  *http.Client
}

// ServeHTTP makes a client with open, for each request.
func (s *server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	send(w, s.open())
	send(w, made())
	send(w, kept())
	send(w, lazy())
	send(w, s.once)
	pooled := pool.Get().(*http.Client)
	defer pool.Put(pooled)
	send(w, pooled)
}

func send(w io.Writer, client *http.Client) {
	resp, err := client.Post("http://127.0.0.1:1/", "text/plain", nil)
	if err != nil {
		return
	}
	defer resp.Body.Close()
	io.Copy(w, resp.Body)
}

func main() {
	s := &server{
		open: func() *http.Client {
			return &http.Client{Transport: &http.Transport{MaxIdleConns: 1}} // want `transport-per-call: `
		},
	}
	s.start = func() *http.Client {
		return &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 100}}
	}
	s.once = s.start()
	http.ListenAndServe("127.0.0.1:0", s)
}
