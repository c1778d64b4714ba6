// Command queued-functions sends functions to goroutines.
package main

import (
	"io"
	"net/http"
	"os"
	"sync"

	"example.com/queued-functions/queue"
)

type step func() error

type workers struct {
	steps chan step
	group sync.WaitGroup
}

func start(count int) *workers {
	w := &workers{steps: make(chan step, count)}
	for i := 0; i < count; i++ {
		go w.run()
	}
	return w
}

func (w *workers) run() {
	for {
		step, ok := <-w.steps
		if !ok {
			return
		}
		_ = step()
	}
}

func (w *workers) submit(step func() error) {
	w.group.Add(1)
	w.steps <- func() error {
		defer w.group.Done()
		return step()
	}
}

func get(url string) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	_, err = io.Copy(io.Discard, resp.Body)
	return err
}

func size(name string) int64 {
	resp, err := http.Get("http://127.0.0.1:1/" + name) // want `idle-pool-too-small: 16 goroutines`
	if err != nil {
		return 0
	}
	defer resp.Body.Close()
	n, _ := io.Copy(io.Discard, resp.Body)
	return n
}

func byQueue(names []string) {
	q := queue.New[int64](16)
	for _, name := range names {
		q.Submit(func() int64 { return size(name) })
	}
}

func byMethod(names []string) {
	w := start(9)
	for _, name := range names {
		w.submit(func() error {
			resp, err := http.Get("http://127.0.0.1:1/" + name) // want `idle-pool-too-small: 9 goroutines`
			if err != nil {
				return err
			}
			defer resp.Body.Close()
			_, err = io.Copy(io.Discard, resp.Body)
			return err
		})
	}
	w.group.Wait()
}

func drain(tasks <-chan func()) {
	for task := range tasks {
		task()
	}
}

func byVariable(names []string) {
	tasks := make(chan func(), 10)
	for range 7 {
		go drain(tasks)
	}
	for _, name := range names {
		tasks <- func() {
			resp, err := http.Get("http://127.0.0.1:1/" + name) // want `idle-pool-too-small: 7 goroutines`
			if err != nil {
				return
			}
			defer resp.Body.Close()
			io.Copy(io.Discard, resp.Body)
		}
	}
}

// Two kinds of functions: how many of each there are at once is not known.
func ofTwoKinds(names []string) {
	work := make(chan func())
	for range 9 {
		go func() {
			for each := range work {
				each()
			}
		}()
	}
	for _, name := range names {
		work <- func() { os.Remove(name) }
	}
	work <- func() { get("http://127.0.0.1:1/list") }
}

// The hosts differ.
func ofManyHosts(urls []string) {
	work := make(chan func())
	for range 9 {
		go func() {
			for each := range work {
				each()
			}
		}()
	}
	for _, url := range urls {
		at := url + "/"
		work <- func() { get(at) }
	}
}

func main() {
	byQueue(os.Args)
	byMethod(os.Args)
	byVariable(os.Args)
	ofTwoKinds(os.Args)
	ofManyHosts(os.Args)
}
