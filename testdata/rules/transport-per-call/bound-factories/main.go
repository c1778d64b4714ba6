// A controller that asks a factory, whose method it has in a field, for what it measures with.
package main

import (
	"crypto/tls"
	"errors"
	"io"
	"log"
	"net/http"
)

type provider interface {
	Run(url string) (string, error)
}

type web struct{ client *http.Client }

func (w *web) Run(url string) (string, error) {
	resp, err := w.client.Get(url)
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	content, err := io.ReadAll(resp.Body)
	return string(content), err
}

type factory struct {
	insecure bool
	shared   *http.Client
}

func (f *factory) made(kind string) (provider, error) {
	if kind == "" {
		return nil, errors.New("no kind")
	}
	client := &http.Client{}
	if f.insecure {
		client.Transport = &http.Transport{TLSClientConfig: &tls.Config{InsecureSkipVerify: true}} // want `transport-per-call: This transport that factory.made returns is made anew by each call of controller.measure` `http2-switched-off: `
	}
	return &web{client}, nil
}

func (f *factory) kept(kind string) (provider, error) {
	if kind == "" {
		return nil, errors.New("no kind")
	}
	return &web{f.shared}, nil
}

type controller struct {
	made, kept func(kind string) (provider, error)
	queue      chan string
}

func newController() *controller {
	f := &factory{shared: &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 4}}}
	return &controller{made: f.made, kept: f.kept, queue: make(chan string)}
}

func (c *controller) measure(url string) {
	one, err := c.made("web")
	if err != nil {
		return
	}
	other, err := c.kept("web")
	if err != nil {
		return
	}
	first, _ := one.Run(url)
	second, _ := other.Run(url)
	log.Print(first, second)
}

func main() {
	c := newController()
	for url := range c.queue {
		c.measure(url)
	}
}
