// Command registered gives functions to what calls them for each message, event or time.
package main

import (
	"context"
	"io"
	"log"
	"net/http"

	"example.com/registered/thing"
)

// Bus is what brokers, schedulers and bots have.
type Bus interface {
	thing.ServiceRegistrar
	Subscribe(subject string, handle func(message string)) error
	AddFunc(spec string, do func()) error
	AddHandler(handle any)
	Do(do func())
}

var bus Bus

func main() {
	err := bus.Subscribe("urls", func(url string) {
		read(&http.Client{Transport: &http.Transport{}}, url) // want `transport-per-call: .*loop`
	})
	if err != nil {
		log.Fatal(err)
	}
	if err := bus.AddFunc("@hourly", check); err != nil {
		log.Fatal(err)
	}
	bus.AddHandler(onMessage)
	bus.Do(func() {
		read(&http.Client{Transport: &http.Transport{}}, "http://127.0.0.1/")
	})
	thing.RegisterFinderServer(bus, finder{})
}

func check() {
	read(&http.Client{Transport: &http.Transport{}}, "http://127.0.0.1/") // want `transport-per-call: .*loop`
}

func onMessage(url string) {
	read(&http.Client{Transport: &http.Transport{}}, url) // want `transport-per-call: .*loop`
}

type finder struct{}

func (finder) Find(ctx context.Context, request *thing.Request) (*thing.Response, error) {
	read(&http.Client{Transport: &http.Transport{}}, request.Name) // want `transport-per-call: .*each request that reaches finder.Find`
	return &thing.Response{}, ctx.Err()
}

func (finder) Watch(request *thing.Request, stream thing.Finder_WatchServer) error {
	read(&http.Client{Transport: &http.Transport{}}, request.Name) // want `transport-per-call: .*each request that reaches finder.Watch`
	return stream.Send(&thing.Response{})
}

// Forget is no method of the service.
func (finder) Forget(ctx context.Context, request *thing.Request) (*thing.Response, error) {
	read(&http.Client{Transport: &http.Transport{}}, request.Name)
	return &thing.Response{}, ctx.Err()
}

func read(client *http.Client, url string) {
	resp, err := client.Get(url)
	if err != nil {
		log.Print(err)
		return
	}
	defer resp.Body.Close()
	if _, err := io.Copy(io.Discard, resp.Body); err != nil {
		log.Print(err)
	}
}
