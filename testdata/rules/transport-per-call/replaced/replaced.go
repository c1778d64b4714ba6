// Package replaced keeps transports, some until the next call puts another one in their place.
package replaced

import (
	"crypto/tls"
	"io"
	"net/http"
)

// Client is kept by those who use it.
type Client struct {
	http     *http.Client
	insecure bool
}

// Get puts a transport into its client each time.
func (c *Client) Get(url string) error {
	c.http.Transport = &http.Transport{ForceAttemptHTTP2: true, TLSClientConfig: &tls.Config{InsecureSkipVerify: c.insecure}} // want `transport-per-call: This transport, which takes the place of the one before, is made anew by each call of Client.Get`
	return read(c.http, url)
}

// Fetch makes its client anew.
func (c *Client) Fetch(url string) error {
	c.prepare()
	return read(c.http, url)
}

func (c *Client) prepare() {
	c.http = &http.Client{Transport: &http.Transport{}} // want `transport-per-call: .*takes the place of the one before.*each call of Client.Fetch`
}

// Lazy makes it once.
func (c *Client) Lazy(url string) error {
	if c.http == nil {
		c.http = &http.Client{Transport: &http.Transport{}}
	}
	return read(c.http, url)
}

// SetInsecure is called while the client is set up.
func (c *Client) SetInsecure(url string) error {
	c.http.Transport = &http.Transport{ForceAttemptHTTP2: true, TLSClientConfig: &tls.Config{InsecureSkipVerify: true}}
	return read(c.http, url)
}

// NewClient makes the one that a client keeps.
func NewClient() (*Client, error) {
	c := &Client{http: &http.Client{}}
	c.begin()
	return c, read(c.http, "http://127.0.0.1/")
}

func (c *Client) begin() { c.http.Transport = &http.Transport{} }

// Poll has one transport for each client, and each client for each of its urls.
func Poll(urls []string) {
	for _, url := range urls {
		c := &Client{http: &http.Client{}}
		c.again(url)
	}
	c := &Client{http: &http.Client{}}
	for _, url := range urls {
		c.anew(url)
	}
}

func (c *Client) again(url string) {
	c.http.Transport = &http.Transport{} // want `transport-per-call: `
	if read(c.http, url) != nil {
		return
	}
}

func (c *Client) anew(url string) {
	c.http.Transport = &http.Transport{} // want `transport-per-call: .*takes the place.*loop in Poll`
	if read(c.http, url) != nil {
		return
	}
}

// Handler serves requests with a client that all of them share.
type Handler struct{ client http.Client }

func (h *Handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	h.client.Transport = &http.Transport{} // want `transport-per-call: .*takes the place.*each request that reaches Handler.ServeHTTP`
	if read(&h.client, "http://"+r.Host+r.URL.Path) != nil {
		w.WriteHeader(http.StatusBadGateway)
	}
}

var shared = &http.Client{}

// Serve changes the client of the package.
func Serve(w http.ResponseWriter, r *http.Request) {
	shared.Transport = &http.Transport{} // want `transport-per-call: .*takes the place.*each request that reaches Serve`
	if read(shared, "http://"+r.Host+r.URL.Path) != nil {
		w.WriteHeader(http.StatusBadGateway)
	}
}

// Emptied closes what the last one left.
func Emptied(w http.ResponseWriter, r *http.Request) {
	shared.CloseIdleConnections()
	shared.Transport = &http.Transport{}
	if read(shared, "http://"+r.Host+r.URL.Path) != nil {
		w.WriteHeader(http.StatusBadGateway)
	}
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
