// Command after-errors makes transports behind checks of errors: when there was none, and only when there was one.
package main

import (
	"crypto/tls"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"sync"
)

type target struct {
	name    string
	enabled bool
}

func (t target) check() error {
	if !t.enabled {
		return errors.New("not enabled")
	}
	return nil
}

// clientFor makes a client for each request once the target was found to be good.
func clientFor(t target) (*http.Client, error) {
	if err := t.check(); err != nil {
		return nil, err
	}
	transport := http.DefaultTransport.(*http.Transport).Clone() // want `transport-per-call: .* is made anew for each request`
	transport.TLSClientConfig = &tls.Config{ServerName: t.name}
	return &http.Client{Transport: transport}, nil
}

type sink struct{ endpoint string }

// send gives the shared client another transport each time, once the address was read without an error.
func (s *sink) send(body io.Reader) error {
	proxy, err := url.Parse(s.endpoint)
	if err != nil {
		return err
	}
	client := http.DefaultClient
	client.Transport = &http.Transport{Proxy: http.ProxyURL(proxy)} // want `transport-per-call: .* takes the place of the one before`
	resp, err := client.Post(s.endpoint, "application/json", body)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	_, err = io.Copy(io.Discard, resp.Body)
	return err
}

type pool struct {
	mu         sync.Mutex
	transports map[string]*http.Transport
}

func (p *pool) get(name string, build func() (*http.Transport, error)) (*http.Transport, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if known := p.transports[name]; known != nil {
		return known, nil
	}
	made, err := build()
	if err != nil {
		return nil, err
	}
	p.transports[name] = made
	return made, nil
}

var shared = &pool{transports: map[string]*http.Transport{}}

func newTransport(name string) *http.Transport {
	return &http.Transport{ProxyConnectHeader: http.Header{"Name": {name}}}
}

// transportFor keeps one for each name; only when that fails, which it never does, is there another.
func transportFor(name string) *http.Transport {
	transport, err := shared.get(name, func() (*http.Transport, error) { return newTransport(name), nil })
	if err != nil {
		return newTransport(name)
	}
	return transport
}

// drain sends what comes.
func (s *sink) drain(bodies <-chan io.Reader) {
	for body := range bodies {
		if err := s.send(body); err != nil {
			fmt.Println(err)
		}
	}
}

type server struct {
	target target
	bodies chan<- io.Reader
}

func (s *server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	client, err := clientFor(s.target)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	copyTo(w, client, r.URL.Path)
	copyTo(w, &http.Client{Transport: transportFor(r.Host)}, r.URL.Path)
	s.bodies <- r.Body
}

func copyTo(w io.Writer, client *http.Client, path string) {
	resp, err := client.Get("http://127.0.0.1:1" + path)
	if err != nil {
		return
	}
	defer resp.Body.Close()
	io.Copy(w, resp.Body)
}

func main() {
	bodies := make(chan io.Reader)
	go (&sink{endpoint: "http://127.0.0.1:1"}).drain(bodies)
	http.ListenAndServe("127.0.0.1:2", &server{target: target{name: "a", enabled: true}, bodies: bodies})
}
