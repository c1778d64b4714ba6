// Package handed hands transports to functions that it is given.
package handed

import (
	"io"
	"net/http"
)

// Checker has a function that it runs.
type Checker struct {
	Run    func(*http.Client) error
	made   func(*http.Client) *service
	keep   func(*http.Client) error
	client *http.Client
}

type service struct{ client *http.Client }

// Each hands a client of its own to what it is given, again and again.
func Each(urls []string, do func(*http.Client) error) error {
	for range urls {
		client := &http.Client{Transport: &http.Transport{}} // want `transport-per-call: .*loop in Each`
		if err := do(client); err != nil {
			return err
		}
	}
	return nil
}

// Check hands one to its field.
func (c *Checker) Check(urls []string) error {
	for range urls {
		client := &http.Client{Transport: &http.Transport{}} // want `transport-per-call: .*loop in Checker.Check`
		if err := c.Run(client); err != nil {
			return err
		}
	}
	return nil
}

// NewChecker makes a checker whose functions are known.
func NewChecker() *Checker {
	c := &Checker{made: func(client *http.Client) *service { return &service{client} }}
	c.keep = func(client *http.Client) error {
		c.client = client
		return nil
	}
	return c
}

// Make makes a service for each url.
func (c *Checker) Make(urls []string) error {
	for _, url := range urls {
		s := c.made(&http.Client{Transport: &http.Transport{}}) // want `transport-per-call: .*loop in Checker.Make`
		if err := read(s.client, url); err != nil {
			return err
		}
	}
	return nil
}

// Keep has its client kept.
func (c *Checker) Keep(urls []string) error {
	for _, url := range urls {
		if err := c.keep(&http.Client{Transport: &http.Transport{}}); err != nil {
			return err
		}
		if err := read(c.client, url); err != nil {
			return err
		}
	}
	return nil
}

func each(urls []string, do func(*http.Client, string) error) {
	for _, url := range urls {
		if do(&http.Client{Transport: &http.Transport{}}, url) != nil { // want `transport-per-call: .*loop in each`
			return
		}
	}
}

// All reads all.
func All(urls []string) { each(urls, read) }

// Option sets something.
type Option func(*http.Client)

// Get takes options for its client.
func Get(url string, options ...Option) error {
	client := &http.Client{Transport: &http.Transport{}} // want `transport-per-call: .*each call of Get`
	for _, option := range options {
		option(client)
	}
	return read(client, url)
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
