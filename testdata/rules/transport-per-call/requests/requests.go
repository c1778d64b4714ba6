// Package requests serves and sends requests, some with a transport for each.
package requests

import (
	"io"
	"net/http"
	"net/http/httputil"
	"net/url"
)

// Each proxies with a transport for each request.
func Each(w http.ResponseWriter, r *http.Request) {
	proxy := httputil.NewSingleHostReverseProxy(&url.URL{Scheme: "http", Host: "127.0.0.1:1"})
	proxy.Transport = &http.Transport{} // want `transport-per-call: .*each request that reaches Each`
	proxy.ServeHTTP(w, r)
}

// NewProxy makes its transport once.
func NewProxy(target *url.URL) http.HandlerFunc {
	proxy := httputil.NewSingleHostReverseProxy(target) // want `idle-pool-too-small: .*, unless the server speaks HTTP/2`
	proxy.Transport = &http.Transport{}
	return func(w http.ResponseWriter, r *http.Request) { proxy.ServeHTTP(w, r) }
}

// Fresh is a round tripper that has no pool.
type Fresh struct{}

// RoundTrip makes a transport for each request that is sent.
func (Fresh) RoundTrip(r *http.Request) (*http.Response, error) {
	transport := http.DefaultTransport.(*http.Transport).Clone() // want `transport-per-call: .*until IdleConnTimeout ends`
	return transport.RoundTrip(r)
}

type labelled struct{ base http.RoundTripper }

func (l labelled) RoundTrip(r *http.Request) (*http.Response, error) {
	r.Header.Set("X-Label", "1")
	return l.base.RoundTrip(r)
}

// Wrapped closes the idle connections of a wrapper that does not pass the call on.
func Wrapped(w http.ResponseWriter, r *http.Request) {
	client := &http.Client{Transport: labelled{&http.Transport{}}} // want `transport-per-call: `
	defer client.CloseIdleConnections()
	pass(w, client, r.URL.Path)
}

// Closing asks for the connection to be closed.
func Closing(w http.ResponseWriter, r *http.Request) {
	req, err := http.NewRequest(http.MethodGet, "http://127.0.0.1:1"+r.URL.Path, nil)
	if err != nil {
		return
	}
	req.Close = true
	client := &http.Client{Transport: &http.Transport{}}
	resp, err := client.Do(req)
	if err != nil {
		return
	}
	defer resp.Body.Close()
	io.Copy(w, resp.Body)
}

// Early closes the idle connections on one of two ways only.
func Early(w http.ResponseWriter, r *http.Request) {
	transport := &http.Transport{} // want `transport-per-call: `
	client := &http.Client{Transport: transport}
	resp, err := client.Get("http://127.0.0.1:1" + r.URL.Path)
	if err != nil {
		return
	}
	data, err := io.ReadAll(resp.Body)
	resp.Body.Close()
	if err != nil {
		return
	}
	w.Write(data)
	transport.CloseIdleConnections()
}

// Always closes them on every way on which there is one.
func Always(w http.ResponseWriter, r *http.Request) {
	transport := &http.Transport{}
	client := &http.Client{Transport: transport}
	resp, err := client.Get("http://127.0.0.1:1" + r.URL.Path)
	if err != nil {
		return
	}
	data, err := io.ReadAll(resp.Body)
	resp.Body.Close()
	transport.CloseIdleConnections()
	if err != nil {
		return
	}
	w.Write(data)
}

func pass(w io.Writer, client *http.Client, path string) {
	resp, err := client.Get("http://127.0.0.1:1" + path)
	if err != nil {
		return
	}
	defer resp.Body.Close()
	io.Copy(w, resp.Body)
}
