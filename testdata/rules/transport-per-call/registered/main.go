// Command registered makes what is registered: each of it once, and some of it again and again.
package main

import (
	"errors"
	"fmt"
	"net/http"
	"os"
	"time"
)

// Input is read in rounds.
type Input interface {
	Gather() error
}

var inputs = map[string]func() Input{}

type couch struct {
	client *http.Client
}

func (c *couch) Gather() error {
	resp, err := c.client.Head("http://localhost:5984/")
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

type drops struct {
	client *http.Client
}

func (d *drops) Gather() error {
	resp, err := d.client.Head("http://localhost:8080/")
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func init() {
	add("couch", func() Input {
		return &couch{client: &http.Client{Transport: &http.Transport{ResponseHeaderTimeout: time.Second}}}
	})
}

func add(name string, create func() Input) {
	inputs[name] = create
}

func newDrops() *drops {
	return &drops{client: &http.Client{Transport: &http.Transport{ResponseHeaderTimeout: time.Second}}} // want `transport-per-call: `
}

// Each is made once, however many there are.
func check() error {
	var all error
	for name, create := range inputs {
		input := create()
		all = errors.Join(all, describe(name, input))
	}
	return all
}

func describe(name string, input any) error {
	if described, ok := input.(fmt.Stringer); ok {
		fmt.Println(name, described.String())
		return nil
	}
	return input.(Input).Gather()
}

func main() {
	if err := check(); err != nil {
		fmt.Fprintln(os.Stderr, err)
	}
	for range time.Tick(time.Minute) {
		if err := newDrops().Gather(); err != nil {
			fmt.Fprintln(os.Stderr, err)
		}
	}
}
