// Package calls empties pools that others use.
package calls

import (
	"io"
	"net/http"
	"time"
)

var client = &http.Client{Timeout: time.Minute, Transport: &http.Transport{MaxIdleConnsPerHost: 8}}

func Fetch(url string) ([]byte, error) {
	defer client.CloseIdleConnections() // want `shared-pool-emptied: The pool of client is shared, and this empties it in each call of Fetch: `
	resp, err := client.Get(url)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

func FetchDefault(url string) ([]byte, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	content, err := io.ReadAll(resp.Body)
	resp.Body.Close()
	http.DefaultClient.CloseIdleConnections() // want `shared-pool-emptied: The pool of http.DefaultTransport `
	return content, err
}

// A client without a transport uses the default one.
func FetchOwn(url string) ([]byte, error) {
	own := &http.Client{Timeout: time.Second}
	defer own.CloseIdleConnections() // want `shared-pool-emptied: The pool of http.DefaultTransport `
	resp, err := own.Get(url)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

type API struct {
	client    *http.Client
	transport *http.Transport
}

func (a *API) Load(req *http.Request) ([]byte, error) {
	resp, err := a.client.Do(req)
	if err != nil {
		return nil, err
	}
	defer func() {
		resp.Body.Close()
		a.client.CloseIdleConnections() // want `shared-pool-emptied: The pool of a.client `
	}()
	return io.ReadAll(resp.Body)
}

// The transport that the value keeps, in a client for one call.
func (a *API) LoadSlowly(req *http.Request) ([]byte, error) {
	slow := &http.Client{Transport: a.transport, Timeout: time.Hour}
	defer a.transport.CloseIdleConnections() // want `shared-pool-emptied: `
	resp, err := slow.Do(req)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

type counting struct {
	base  http.RoundTripper
	count int
}

func (c *counting) RoundTrip(req *http.Request) (*http.Response, error) {
	c.count++
	resp, err := c.base.RoundTrip(req)
	if t, ok := c.base.(*http.Transport); ok {
		t.CloseIdleConnections() // want `shared-pool-emptied: .* for each request that reaches counting.RoundTrip: `
	}
	return resp, err
}
