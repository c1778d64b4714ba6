// Package daemon has functions that never return.
package daemon

import (
	"context"
	"io"
	"log"
	"net/http"
	"time"
)

// Each round leaves one response open.
func poll(url string) {
	for {
		resp, err := http.Get(url) // want "body-not-closed: resp from http.Get is not closed and not read before the endless loop at line 15 goes on: its connection is leaked"
		if err == nil {
			log.Println(resp.Status)
		}
		time.Sleep(time.Minute)
	}
}

func pollInBackground(url string) {
	go func() {
		for {
			_, _ = http.Get(url) // want "body-not-closed: "
			time.Sleep(time.Minute)
		}
	}()
}

// The response of the first request stays open as long as the program runs.
func announce(url string, events chan string) error {
	resp, err := http.Get(url) // want "body-not-closed: "
	if err != nil {
		return err
	}
	log.Println(resp.Status)
	for {
		select {
		case event := <-events:
			log.Println(event)
		case <-time.After(time.Hour):
			log.Println("nothing new")
		}
	}
}

// The next one takes the place of the last.
func latest(url string) {
	var resp *http.Response
	var err error
	for {
		if resp != nil {
			log.Println(resp.Status)
		}
		resp, err = http.Get(url) // want "body-not-closed: "
		if err != nil {
			resp = nil
		}
		time.Sleep(time.Minute)
	}
}

func pollAndClose(url string) {
	for {
		resp, err := http.Get(url)
		if err != nil {
			log.Println(err)
			continue
		}
		_, _ = io.Copy(io.Discard, resp.Body)
		resp.Body.Close()
		time.Sleep(time.Minute)
	}
}

func latestClosed(url string) {
	var resp *http.Response
	for {
		if resp != nil {
			_, _ = io.Copy(io.Discard, resp.Body)
			resp.Body.Close()
		}
		next, err := http.Get(url)
		if err != nil {
			log.Fatal(err)
		}
		resp = next
		time.Sleep(time.Minute)
	}
}

// The program ends with the first response.
func once(url string) {
	for {
		resp, err := http.Get(url)
		if err != nil {
			time.Sleep(time.Minute)
			continue
		}
		log.Fatal(resp.Status)
	}
}

// Whoever receives them closes them.
func feed(url string, responses chan<- *http.Response) {
	for {
		resp, err := http.Get(url)
		if err != nil {
			continue
		}
		responses <- resp
	}
}

// The end of the context frees each.
func limited(ctx context.Context, url string) {
	for {
		status(ctx, url)
		time.Sleep(time.Minute)
	}
}

func status(ctx context.Context, url string) {
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodHead, url, nil)
	if err != nil {
		return
	}
	resp, err := http.DefaultClient.Do(req)
	if err == nil {
		log.Println(resp.Status)
	}
}
