// Command proxies-of-few sends what it serves on in less common ways.
package main

import (
	"context"
	"crypto/tls"
	"math/rand"
	"net/http"
	"net/http/httputil"
	"net/url"
	"os"
	"strings"
	"sync"
	"time"
)

func authorized(next func(*http.Request)) func(*http.Request) {
	return func(r *http.Request) {
		next(r)
		r.SetBasicAuth("proxy", "secret")
	}
}

// overTLSAtTimes has a transport of its own on some ways only.
func overTLSAtTimes() http.Handler {
	target, err := url.Parse(os.Getenv("BACKEND"))
	if err != nil {
		panic(err)
	}
	proxy := httputil.NewSingleHostReverseProxy(target) // want `idle-pool-too-small: .* share http.DefaultTransport, .*, unless it is given another transport or the server speaks HTTP/2`
	if os.Getenv("WITH_TLS") != "" {
		proxy.Transport = &http.Transport{MaxIdleConnsPerHost: 100}
	}
	proxy.Director = authorized(proxy.Director)
	return proxy
}

// retrying sends a request again when the server is not there yet.
type retrying struct {
	base     http.RoundTripper
	attempts int
}

func (t *retrying) RoundTrip(r *http.Request) (*http.Response, error) {
	var resp *http.Response
	var err error
	for i := 0; i < t.attempts; i++ {
		resp, err = t.base.RoundTrip(r)
		if err == nil {
			return resp, nil
		}
		select {
		case <-r.Context().Done():
			return nil, context.Cause(r.Context())
		case <-time.After(time.Second):
		}
	}
	return resp, err
}

func withAttempts(target *url.URL) http.Handler {
	proxy := httputil.NewSingleHostReverseProxy(target) // want `idle-pool-too-small: ` `connections-unbounded: `
	proxy.Transport = &retrying{base: &http.Transport{TLSNextProto: map[string]func(string, *tls.Conn) http.RoundTripper{}}, attempts: 5}
	return proxy
}

// queueing lets one request through at a time.
type queueing struct {
	base  http.RoundTripper
	turns chan struct{}
}

func (t *queueing) RoundTrip(r *http.Request) (*http.Response, error) {
	<-t.turns
	defer func() { t.turns <- struct{}{} }()
	return t.base.RoundTrip(r)
}

func withTurns(target *url.URL) http.Handler {
	proxy := httputil.NewSingleHostReverseProxy(target)
	proxy.Transport = &queueing{base: &http.Transport{}, turns: make(chan struct{}, 1)}
	return proxy
}

// balancer sends each request to one of a few servers.
type balancer struct {
	mutex    sync.Mutex
	reverse  httputil.ReverseProxy
	backends []string
}

func newBalancer() *balancer {
	b := &balancer{}
	b.reverse = httputil.ReverseProxy{Director: b.direct} // want `idle-pool-too-small: .* for each of its hosts: all connections but 2 for each are closed`
	return b
}

func (b *balancer) direct(r *http.Request) {
	b.mutex.Lock()
	defer b.mutex.Unlock()
	r.URL.Scheme = "http"
	r.URL.Host = b.backends[rand.Intn(len(b.backends))]
}

// ring gives one address after another.
type ring struct {
	addresses []string
	next      int
}

func (r *ring) choose() string {
	r.next = (r.next + 1) % len(r.addresses)
	return r.addresses[r.next]
}

func inTurn(addresses *ring) http.Handler {
	return &httputil.ReverseProxy{Director: func(r *http.Request) { // want `idle-pool-too-small: .* for each of its hosts`
		r.URL.Scheme = "http"
		r.URL.Host = addresses.choose()
	}}
}

// each makes a proxy for each request, always to the same server.
func each(w http.ResponseWriter, r *http.Request) {
	target, err := url.Parse("http://127.0.0.1:1")
	if err != nil {
		return
	}
	httputil.NewSingleHostReverseProxy(target).ServeHTTP(w, r) // want `idle-pool-too-small: All requests for which each makes a reverse proxy at once share http.DefaultTransport` `connections-unbounded: `
}

// anywhere makes a proxy to the server that the request names.
func anywhere(w http.ResponseWriter, r *http.Request) {
	target := &url.URL{Scheme: "http", Host: r.PathValue("server")}
	httputil.NewSingleHostReverseProxy(target).ServeHTTP(w, r)
}

// tenants sends each request to the server of whoever asks.
type tenants struct {
	servers map[string]string
}

func (t *tenants) direct(r *http.Request) {
	name, _, _ := strings.Cut(r.Host, ".")
	r.URL.Scheme = "http"
	r.URL.Host = t.servers[name]
}

func newTenants(servers map[string]string) http.Handler {
	t := &tenants{servers: servers}
	return &httputil.ReverseProxy{Director: t.direct}
}

func chosen(next func(*http.Request)) func(*http.Request) {
	return func(r *http.Request) {
		next(r)
		r.URL.Host = r.Header.Get("X-Server")
	}
}

// byHeader goes wherever a header says.
func byHeader(target *url.URL) http.Handler {
	proxy := httputil.NewSingleHostReverseProxy(target)
	proxy.Director = chosen(proxy.Director)
	return proxy
}

func main() {
	target, err := url.Parse(os.Args[1])
	if err != nil {
		panic(err)
	}
	http.Handle("/tls/", overTLSAtTimes())
	http.Handle("/attempts/", withAttempts(target))
	http.Handle("/turns/", withTurns(target))
	http.Handle("/balanced/", &newBalancer().reverse)
	http.Handle("/ring/", inTurn(&ring{addresses: os.Args[1:]}))
	http.HandleFunc("/each/", each)
	http.HandleFunc("/any/{server}", anywhere)
	http.Handle("/tenants/", newTenants(map[string]string{}))
	http.Handle("/header/", byHeader(target))
	http.ListenAndServe("127.0.0.1:0", nil)
}
