// Package given makes transports only for those who bring none.
package given

import (
	"context"
	"io"
	"net"
	"net/http"
	"sync"
)

// Config says how a Client works.
type Config struct {
	Address    string
	HTTPClient *http.Client
	Own        bool
}

// Client sends requests.
type Client struct {
	address string
	http    *http.Client
}

// NewClient makes a client of its own when the configuration has none.
func NewClient(config *Config) *Client {
	client := config.HTTPClient
	if client == nil {
		client = &http.Client{Transport: &http.Transport{}}
	}
	return &Client{address: config.Address, http: client}
}

// Get sends one request.
func (c *Client) Get(path string) error { return read(c.http, c.address+path) }

// Forward makes a Client for each call, over the connections of this one.
func (c *Client) Forward(address, path string) error {
	config := &Config{Address: address}
	config.HTTPClient = c.http
	return NewClient(config).Get(path)
}

// Directly passes them in a literal.
func (c *Client) Directly(address, path string) error {
	return NewClient(&Config{Address: address, HTTPClient: c.http}).Get(path)
}

func shared() *Config {
	return &Config{HTTPClient: http.DefaultClient}
}

// Standard gets them from a function.
func Standard(path string) error {
	config := shared()
	config.Address = "http://localhost"
	return NewClient(config).Get(path)
}

func open(client *http.Client, own bool) *http.Client {
	if own {
		return &http.Client{Transport: &http.Transport{}}
	}
	return client
}

// Plain asks for no transport of its own.
func Plain(url string) error { return read(open(http.DefaultClient, false), url) }

func ownOr(transport http.RoundTripper) http.RoundTripper {
	if transport == nil {
		transport = &http.Transport{} // want `transport-per-call: .*ownOr returns is made anew by each call of Nothing`
	}
	return transport
}

// Nothing brings nothing.
func Nothing(url string) error { return read(&http.Client{Transport: ownOr(nil)}, url) }

// Something brings a transport.
func Something(transport http.RoundTripper, url string) error {
	return read(&http.Client{Transport: ownOr(http.DefaultTransport)}, url)
}

type clientKey struct{}

// WithClient puts a client into a context.
func WithClient(ctx context.Context, client *http.Client) context.Context {
	return context.WithValue(ctx, clientKey{}, client)
}

func clientFrom(ctx context.Context) *http.Client {
	client, ok := ctx.Value(clientKey{}).(*http.Client)
	if !ok {
		return &http.Client{Transport: &http.Transport{}}
	}
	return client
}

// Ask uses the client that the context has.
func Ask(ctx context.Context, url string) error { return read(clientFrom(ctx), url) }

// Over sends a request over a connection that it closes itself.
func Over(connection net.Conn, url string) error {
	defer connection.Close()
	transport := &http.Transport{
		DialContext: func(context.Context, string, string) (net.Conn, error) { return connection, nil },
	}
	return read(&http.Client{Transport: transport}, url)
}

// lazy makes a value once.
type lazy[T any] struct {
	once  sync.Once
	value T
}

func (l *lazy[T]) get(make func() T) T {
	l.once.Do(func() { l.value = make() })
	return l.value
}

// Proxy makes its transport with the first request.
type Proxy struct{ transport lazy[*http.Transport] }

func (p *Proxy) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	transport := p.transport.get(func() *http.Transport { return &http.Transport{} })
	if err := read(&http.Client{Transport: transport}, "http://localhost"+r.URL.Path); err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
	}
}

type recorder struct {
	http.Handler
	count int
}

func (r *recorder) ServeHTTP(w http.ResponseWriter, req *http.Request) {
	r.count++
	r.Handler.ServeHTTP(w, req)
}

// Serve has handlers that live longer than a request, and one that does not.
func Serve(folder string) http.Handler {
	proxies := map[string]http.Handler{"/": &Proxy{}}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if proxy, ok := proxies[r.URL.Path]; ok {
			proxy.ServeHTTP(w, r)
			return
		}
		files := http.FileServer(http.Dir(folder))
		files.ServeHTTP(w, r)
		counting := &recorder{Handler: files}
		counting.ServeHTTP(w, r)
	})
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
