// Command tasks hands what is to be done to goroutines.
package main

import (
	"io"
	"net/http"
	"strings"
	"sync"
)

var shared = &http.Client{}

// task is what the workers do: there is one kind of them.
type task interface{ run() error }

type fetch struct{ name string }

func (f *fetch) run() error {
	resp, err := shared.Get("http://127.0.0.1:1/" + f.name) // want `idle-pool-too-small: 12 goroutines`
	return drain(resp, err)
}

// step is of two kinds: how many of each there are is not known.
type step interface{ do() error }

type upload struct{ text string }

func (u *upload) do() error {
	resp, err := shared.Post("http://127.0.0.1:1/", "text/plain", strings.NewReader(u.text))
	return drain(resp, err)
}

type count struct{ text string }

func (c *count) do() error { return nil }

func work(tasks <-chan task, steps <-chan step) {
	var group sync.WaitGroup
	for range 12 {
		group.Go(func() {
			for each := range tasks {
				each.run()
			}
			for each := range steps {
				each.do()
			}
		})
	}
	group.Wait()
}

// request makes what is sent to a server.
type request interface {
	build(url, text string) (*http.Request, error)
}

type inPath struct{}

func (inPath) build(url, text string) (*http.Request, error) {
	end := len(url)
	for end > 0 && url[end-1] == '/' {
		end--
	}
	return http.NewRequest(http.MethodGet, url[:end]+"/"+text, nil)
}

type inBody struct{}

func (inBody) build(url, text string) (*http.Request, error) {
	return http.NewRequest(http.MethodPost, url, strings.NewReader(text))
}

func send(url string, kinds map[string]request, words <-chan string) {
	for range 15 {
		go func() {
			for word := range words {
				made, err := kinds[word].build(url, word)
				if err != nil {
					continue
				}
				drain(shared.Do(made)) // want `idle-pool-too-small: 15 goroutines`
			}
		}()
	}
}

// probe makes what is sent to any server.
type probe interface {
	prepare(url, text string) (*http.Request, error)
}

type same struct{}

func (same) prepare(url, text string) (*http.Request, error) {
	return http.NewRequest(http.MethodGet, url+"/"+text, nil)
}

type other struct{}

func (other) prepare(_, text string) (*http.Request, error) {
	return http.NewRequest(http.MethodGet, "http://"+text, nil)
}

func spread(url string, kinds map[string]probe, words <-chan string) {
	for range 15 {
		go func() {
			for word := range words {
				made, err := kinds[word].prepare(url, word)
				if err != nil {
					continue
				}
				drain(shared.Do(made))
			}
		}()
	}
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
	tasks := make(chan task, 1)
	steps := make(chan step, 2)
	tasks <- &fetch{"a"}
	steps <- &upload{"b"}
	steps <- &count{"c"}
	words := make(chan string)
	send("http://127.0.0.1:1", map[string]request{"p": inPath{}, "b": inBody{}}, words)
	spread("http://127.0.0.1:1", map[string]probe{"s": same{}, "o": other{}}, words)
	work(tasks, steps)
}
