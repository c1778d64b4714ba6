// Package unread defers in loops what should happen in each iteration.
package unread

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
)

func check(urls []string) error {
	for _, url := range urls {
		resp, err := http.Get(url) // want `deferred-close-in-loop: resp from http.Get is not read in this loop, and the call deferred at line 18 closes it only when check returns: every iteration keeps one more connection open until then`
		if err != nil {
			return err
		}
		defer resp.Body.Close()
		fmt.Println(url, resp.Status)
	}
	return nil
}

func drain(body io.ReadCloser) {
	_, _ = io.Copy(io.Discard, body)
	body.Close()
}

// That the deferred call reads the body does not help: it runs too late.
func drained(urls []string) (codes []int, err error) {
	for _, url := range urls {
		resp, err := http.Get(url) // want `deferred-close-in-loop: `
		if err != nil {
			return nil, err
		}
		defer drain(resp.Body)
		codes = append(codes, resp.StatusCode)
	}
	return codes, nil
}

func closure(client *http.Client, next func() *http.Request) int {
	found := 0
	for req := next(); req != nil; req = next() {
		resp, err := client.Do(req) // want `deferred-close-in-loop: `
		if err != nil {
			continue
		}
		defer func() {
			if err := resp.Body.Close(); err != nil {
				fmt.Println(err)
			}
		}()
		if resp.StatusCode == http.StatusOK {
			found++
		}
	}
	return found
}

// The function never returns: nothing is ever closed.
func forEver(url string) {
	for {
		resp, err := http.Get(url) // want `deferred-close-in-loop: `
		if err != nil {
			continue
		}
		defer resp.Body.Close()
		fmt.Println(resp.Status)
	}
}

type page struct {
	Next string
}

// One Decode often leaves EOF unseen.
func pages(ctx context.Context, url string) (all []page, err error) {
	for url != "" {
		req, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
		if err != nil {
			return nil, err
		}
		resp, err := http.DefaultClient.Do(req) // want `deferred-close-in-loop: resp from http.DefaultClient.Do is perhaps not read to EOF `
		if err != nil {
			return nil, err
		}
		defer resp.Body.Close()
		var next page
		if err := json.NewDecoder(resp.Body).Decode(&next); err != nil {
			return nil, err
		}
		all = append(all, next)
		url = next.Next
	}
	return all, nil
}

func jumps(urls []string) {
	index := 0
again:
	resp, err := http.Get(urls[index]) // want `deferred-close-in-loop: `
	if err == nil {
		defer resp.Body.Close()
	}
	if index++; index < len(urls) {
		goto again
	}
}

func get(url string) (*http.Response, error) {
	return http.Get(url)
}

// Retries keep what they gave up open, too.
func retried(url string, attempts int) ([]byte, error) {
	for attempt := 0; attempt < attempts; attempt++ {
		resp, err := get(url) // want `deferred-close-in-loop: `
		if err != nil {
			return nil, err
		}
		defer resp.Body.Close()
		if resp.StatusCode >= 500 {
			continue
		}
		return io.ReadAll(resp.Body)
	}
	return nil, nil
}
