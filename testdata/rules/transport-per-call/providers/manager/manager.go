// Package manager uses providers that it does not know.
package manager

import (
	"net/http"
	"sync"

	"example.com/providers/api"
)

// check makes a client for each store.
func check(stores map[string]string) error {
	for kind, address := range stores {
		client, err := api.Lookup(kind).NewClient(address)
		if err != nil {
			return err
		}
		if err := client.Validate(); err != nil {
			return err
		}
	}
	return nil
}

// Run checks again and again.
func Run(stores map[string]string) error {
	for {
		if err := check(stores); err != nil {
			return err
		}
	}
}

// cache keeps clients as long as it is kept itself.
type cache struct{ clients map[string]api.Client }

func newCache() *cache { return &cache{clients: map[string]api.Client{}} }

func (c *cache) client(kind, address string) (api.Client, error) {
	if known := c.known(kind); known != nil {
		return known, nil
	}
	client, err := api.Lookup(kind).Open(address)
	if err != nil {
		return nil, err
	}
	c.clients[kind] = client
	return client, nil
}

func (c *cache) known(kind string) api.Client { return c.clients[kind] }

// Reconcile has a cache for each request.
func Reconcile(w http.ResponseWriter, r *http.Request) {
	client, err := newCache().client(r.Method, "http://"+r.Host)
	if err == nil {
		err = client.Validate()
	}
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
	}
}

// connection is kept in a register while it is used.
type connection struct {
	id     string
	client *http.Client
}

type register struct {
	mu  sync.Mutex
	all map[string]*connection
}

func (r *register) Add(c *connection) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.all[c.id] = c
}

func (r *register) Remove(id string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if c, ok := r.all[id]; ok {
		c.client.CloseIdleConnections()
		delete(r.all, id)
	}
}

var connections = &register{all: map[string]*connection{}}

func (c *connection) open() { c.client = &http.Client{Transport: &http.Transport{}} }

func (c *connection) get(url string) error {
	resp, err := c.client.Head(url)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Serve registers a connection for each request.
func Serve(w http.ResponseWriter, r *http.Request) {
	c := &connection{id: r.RemoteAddr}
	connections.Add(c)
	defer connections.Remove(c.id)
	c.open()
	if err := c.get("http://" + r.Host); err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
	}
}
