// Command overwritten makes transports in whose place a function puts another one: on some paths, or on all.
package main

import (
	"io"
	"log"
	"net/http"
	"net/url"
	"os"
)

type project struct {
	client *http.Client
	proxy  string
}

var common = &http.Transport{MaxIdleConnsPerHost: 8}

// setProxy puts the shared transport in the place of the one that is there.
func setProxy(client *http.Client, proxy *url.URL) {
	common.Proxy = http.ProxyURL(proxy)
	client.Transport = common
}

// init does so only for projects with a proxy.
func (p *project) init() {
	if p.proxy != "" {
		proxy, _ := url.Parse(p.proxy)
		setProxy(p.client, proxy)
	}
}

func (p *project) fetch(path string) error {
	p.init()
	return read(p.client, path)
}

// fetchAlways never uses what the project was made with.
func (p *project) fetchAlways(path string) error {
	proxy, _ := url.Parse("http://127.0.0.1:3")
	setProxy(p.client, proxy)
	return read(p.client, path)
}

func read(client *http.Client, path string) error {
	resp, err := client.Get("http://127.0.0.1:1" + path)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	_, err = io.Copy(io.Discard, resp.Body)
	return err
}

func newProject() *project {
	return &project{client: &http.Client{Transport: &http.Transport{}}, proxy: os.Getenv("PROXY")} // want `transport-per-call: .* that newProject returns is made anew`
}

func newOther() *project {
	return &project{client: &http.Client{Transport: &http.Transport{}}}
}

func main() {
	for _, path := range os.Args[1:] {
		if err := newProject().fetch(path); err != nil {
			log.Print(err)
		}
		if err := newOther().fetchAlways(path); err != nil {
			log.Print(err)
		}
	}
}
