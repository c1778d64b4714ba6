// Package operations offers functions that each make a transport.
package operations

import (
	"encoding/json"
	"io"
	"log"
	"net/http"
	"sync"
	"testing"
)

// Fetch is an operation of its own.
func Fetch(url string) ([]byte, error) {
	client := http.Client{}
	client.Transport = &http.Transport{ForceAttemptHTTP2: true} // want `transport-per-call: .*each call of Fetch`
	resp, err := client.Get(url)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

// Client makes a transport whenever it sends something.
type Client struct{ Base string }

func (c *Client) http() *http.Client {
	transport := new(http.Transport) // want `transport-per-call: .*Client.http returns`
	return &http.Client{Transport: transport}
}

func (c *Client) get(path string, into any) error {
	resp, err := c.http().Get(c.Base + path)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	data, err := io.ReadAll(resp.Body)
	if err != nil {
		return err
	}
	return json.Unmarshal(data, into)
}

// Users lists users.
func (c *Client) Users() (users []string, err error) {
	err = c.get("/users", &users)
	return users, err
}

// Copied keeps its client in a copy of itself, which is lost.
type Copied struct{ client *http.Client }

func (c Copied) http() *http.Client {
	if c.client == nil {
		c.client = &http.Client{Transport: &http.Transport{}} // want `transport-per-call: `
	}
	return c.client
}

// Get makes a transport each time, for its receiver is a copy.
func (c Copied) Get(url string) error {
	resp, err := c.http().Get(url)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	_, err = io.Copy(io.Discard, resp.Body)
	return err
}

// Pages asks many times over the transport that it makes.
func Pages(url string) error {
	client := &http.Client{Transport: &http.Transport{}}
	for {
		resp, err := client.Get(url)
		if err != nil {
			return err
		}
		_, err = io.Copy(io.Discard, resp.Body)
		resp.Body.Close()
		if err != nil || resp.Header.Get("Next") == "" {
			return err
		}
		url = resp.Header.Get("Next")
	}
}

// Mirror asks beside itself, many times, over the transport that it makes.
func Mirror(urls []string) {
	client := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 64, MaxConnsPerHost: 64}}
	var group sync.WaitGroup
	for _, url := range urls {
		group.Add(1)
		go func(url string) {
			defer group.Done()
			get(client, url)
		}(url)
	}
	group.Wait()
}

// Each asks by a function that it calls for each URL.
func Each(urls []string) {
	client := &http.Client{Transport: &http.Transport{}}
	ask := func(url string) { get(client, url) }
	for _, url := range urls {
		ask(url)
	}
}

// Deferred asks by a function that is called once.
func Deferred(urls []string) {
	client := &http.Client{Transport: &http.Transport{}} // want `transport-per-call: .*each call of Deferred`
	defer func() { get(client, urls[0]) }()
	for _, url := range urls {
		log.Print(url)
	}
}

func get(client *http.Client, url string) {
	resp, err := client.Get(url)
	if err != nil {
		return
	}
	defer resp.Body.Close()
	io.Copy(io.Discard, resp.Body)
}

// Unasked sends nothing.
func Unasked() bool {
	transport := &http.Transport{}
	return transport.Proxy == nil
}

// Probe helps tests: no program calls it again and again.
func Probe(t *testing.T, url string) {
	t.Helper()
	client := &http.Client{Transport: &http.Transport{}}
	resp, err := client.Get(url)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	if _, err := io.Copy(io.Discard, resp.Body); err != nil {
		t.Fatal(err)
	}
}
