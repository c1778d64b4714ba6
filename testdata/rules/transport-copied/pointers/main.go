// Package pointers shares transports, and clones them.
package pointers

import (
	"net/http"
	"time"
)

func cloned() *http.Client {
	tr := http.DefaultTransport.(*http.Transport).Clone()
	tr.ResponseHeaderTimeout = time.Second
	return &http.Client{Transport: tr}
}

func shared() *http.Client {
	tr := http.DefaultTransport.(*http.Transport)
	other := tr
	return &http.Client{Transport: other}
}

func read(tr *http.Transport) (int, *http.Transport) {
	return (*tr).MaxIdleConns, (*tr).Clone()
}

func same(tr *http.Transport) *http.Transport {
	return &(*tr)
}

// Copies of clients share one transport.
func client() *http.Client {
	c := *http.DefaultClient
	c.Timeout = time.Second
	return &c
}

// Transport has no pool.
type Transport struct{ Name string }

func copied(tr *Transport) Transport {
	other := *tr
	other.Name += "-2"
	return other
}

func renamed(options *http.Server) http.Server {
	return http.Server{Addr: options.Addr, ReadHeaderTimeout: time.Second}
}
