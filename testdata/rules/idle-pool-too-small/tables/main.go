// Command tables runs the functions of lists at the same time.
package main

import (
	"io"
	"net/http"
	"sync"
)

type node struct {
	address, peer, other string
	client               http.Client
}

func (n *node) health() error  { return n.get("/health") }
func (n *node) ready() error   { return n.get("/ready") }
func (n *node) version() error { return n.get("/version") }
func (n *node) name() error    { return nil }

func (n *node) get(path string) error {
	resp, err := n.client.Get("http://" + n.address + path) // want `idle-pool-too-small: 3 goroutines started at line 64 share http.DefaultTransport, .*: up to 1 connection is closed`
	return drain(resp, err)
}

func (n *node) users() error  { return n.list("/users") }
func (n *node) groups() error { return n.list("/groups") }
func (n *node) roles() error  { return n.list("/roles") }
func (n *node) rights() error { return n.list("/rights") }

func (n *node) list(path string) error {
	resp, err := n.client.Get("http://" + n.address + path) // want `idle-pool-too-small: 4 goroutines`
	return drain(resp, err)
}

// The functions are taken out of their list by number.
func (n *node) synchronize() {
	var group sync.WaitGroup
	steps := []func() error{n.users, n.groups, n.roles, n.rights}
	group.Add(len(steps))
	for i := range steps {
		go func() {
			defer group.Done()
			steps[i]()
		}()
	}
	group.Wait()
}

func (n *node) own() error   { return n.ask(n.address) }
func (n *node) peers() error { return n.ask(n.peer) }
func (n *node) rest() error  { return n.ask(n.other) }

// Each of the functions asks another host.
func (n *node) ask(address string) error {
	resp, err := n.client.Get("http://" + address + "/status")
	return drain(resp, err)
}

// Three of the four ask.
func (n *node) check() {
	var group sync.WaitGroup
	for _, each := range []func() error{n.health, n.ready, n.version, n.name} {
		group.Add(1)
		go func() {
			defer group.Done()
			each()
		}()
	}
	group.Wait()
}

func (n *node) survey() {
	var group sync.WaitGroup
	for _, each := range []func() error{n.own, n.peers, n.rest, n.name} {
		group.Add(1)
		go func() {
			defer group.Done()
			each()
		}()
	}
	group.Wait()
}

func (n *node) load() error { return n.read("/load") }
func (n *node) free() error { return n.read("/free") }

// Two at once have room in the pool.
func (n *node) read(path string) error {
	resp, err := n.client.Get("http://" + n.address + path)
	return drain(resp, err)
}

func (n *node) measure() {
	var group sync.WaitGroup
	for _, each := range []func() error{n.load, n.free, n.name, n.name} {
		group.Add(1)
		go func() {
			defer group.Done()
			each()
		}()
	}
	group.Wait()
}

func drain(resp *http.Response, err error) error {
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	_, err = io.Copy(io.Discard, resp.Body)
	return err
}

func main() {
	n := &node{address: "127.0.0.1:1", peer: "127.0.0.1:2", other: "127.0.0.1:3"}
	n.check()
	n.survey()
	n.synchronize()
	n.measure()
}
