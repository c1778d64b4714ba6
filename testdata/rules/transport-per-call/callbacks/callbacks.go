// Package callbacks hands functions that send requests to code that is not known.
package callbacks

import (
	"io"
	"net/http"
	"time"
)

// Meter measures what it runs, somehow.
type Meter struct {
	Run  func(name string, do func() error) error
	Wrap func(http.RoundTripper) http.RoundTripper
}

// Get makes a transport whenever it is measured.
func (m *Meter) Get(url string) error {
	return m.Run("get", func() error {
		client := &http.Client{Transport: &http.Transport{}} // want `transport-per-call: `
		return read(client, url)
	})
}

// Wrapped puts something around a transport of its own.
func (m *Meter) Wrapped(url string) error {
	transport := m.Wrap(&http.Transport{ForceAttemptHTTP2: true}) // want `transport-per-call: .*Meter.Wrapped`
	return read(&http.Client{Transport: transport}, url)
}

// Shared puts something around the transport of all.
func (m *Meter) Shared(url string) error {
	return read(&http.Client{Transport: m.Wrap(http.DefaultTransport)}, url)
}

var forward = http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
	client := &http.Client{Transport: &http.Transport{}} // want `transport-per-call: .*each request`
	if err := read(client, "http://localhost"+r.URL.Path); err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
	}
})

var client = func() *http.Client { return &http.Client{Transport: &http.Transport{}} }()

// Forward serves requests.
func Forward() http.Handler { return forward }

// Once uses the client of the package.
func Once(url string) error { return read(client, url) }

// instrumented puts a transport into another one, of a client that may have none.
type instrumented struct{ next http.RoundTripper }

func (i *instrumented) RoundTrip(r *http.Request) (*http.Response, error) { return i.next.RoundTrip(r) }

func instrument(client *http.Client) *http.Client {
	if client.Transport == nil {
		client.Transport = http.DefaultTransport
	}
	client.Transport = &instrumented{next: client.Transport}
	return client
}

// Instrumented makes a transport and puts another one around it.
func Instrumented(url string) error {
	return read(instrument(&http.Client{Transport: &http.Transport{}}), url) // want `transport-per-call: .*Instrumented`
}

// Plain has no transport of its own.
func Plain(url string) error { return read(instrument(&http.Client{}), url) }

// Replaced does not use the transport that it made first.
func Replaced(transport http.RoundTripper, url string) error {
	client := &http.Client{Transport: &http.Transport{}}
	client.Timeout = time.Second
	client.Transport = transport
	return read(client, url)
}

// Optional uses it when it is given none.
func Optional(transport http.RoundTripper, url string) error {
	client := &http.Client{Transport: &http.Transport{}} // want `transport-per-call: .*Optional`
	if transport != nil {
		client.Transport = transport
	}
	return read(client, url)
}

func read(client *http.Client, url string) error {
	resp, err := client.Get(url)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	_, err = io.Copy(io.Discard, resp.Body)
	return err
}
