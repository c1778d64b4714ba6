// Package acme is a provider.
package acme

import (
	"io"
	"net/http"

	"example.com/providers/api"
)

func init() { api.Register("acme", &Provider{}) }

// Provider is one of those that the manager knows by its interface.
type Provider struct{}

// NewClient makes a transport for the client.
func (*Provider) NewClient(address string) (api.Client, error) {
	transport := &http.Transport{} // want `transport-per-call: .*loop`
	return &client{address: address, http: &http.Client{Transport: transport}}, nil
}

// Open makes one for a client that is kept for a while.
func (*Provider) Open(address string) (api.Client, error) {
	transport := &http.Transport{} // want `transport-per-call: .*each request that reaches Reconcile`
	return &client{address: address, http: &http.Client{Transport: transport}}, nil
}

type client struct {
	address string
	http    *http.Client
}

func (c *client) Validate() error { return c.Read("") }

func (c *client) Read(key string) error {
	resp, err := c.http.Get(c.address + "/" + key)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	_, err = io.Copy(io.Discard, resp.Body)
	return err
}
