// Package closures runs requests in function literals that end their contexts.
package closures

import (
	"context"
	"errors"
	"io"
	"net/http"
	"time"
)

func retry(attempt func() error) error {
	var err error
	for range [3]int{} {
		if err = attempt(); err == nil {
			return nil
		}
	}
	return err
}

func readAfterwards(ctx context.Context, url string) ([]byte, error) {
	var resp *http.Response
	err := retry(func() error {
		ctx, cancel := context.WithTimeout(ctx, time.Second)
		defer cancel()
		req, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
		if err != nil {
			return err
		}
		resp, err = http.DefaultClient.Do(req) // want `body-cancelled: `
		return err
	})
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

func readInside(ctx context.Context, url string) ([]byte, error) {
	var content []byte
	err := retry(func() error {
		ctx, cancel := context.WithTimeout(ctx, time.Second)
		defer cancel()
		req, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
		if err != nil {
			return err
		}
		resp, err := http.DefaultClient.Do(req)
		if err != nil {
			return err
		}
		defer resp.Body.Close()
		content, err = io.ReadAll(resp.Body)
		return err
	})
	return content, err
}

// The literal is called while its context lives.
func around(ctx context.Context, url string) ([]byte, error) {
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	get := func() (*http.Response, error) {
		req, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
		if err != nil {
			return nil, err
		}
		return http.DefaultClient.Do(req)
	}
	resp, err := get()
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

func returned(ctx context.Context, url string) (*http.Response, error) {
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	get := func() (*http.Response, error) {
		req, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
		if err != nil {
			return nil, err
		}
		return http.DefaultClient.Do(req)
	}
	return get() // want `body-cancelled: `
}

func used(ctx context.Context, url string) ([]byte, error) {
	resp, err := returned(ctx, url)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

var errNone = errors.New("none")

// A goroutine that ends the context later is not looked into.
func watched(ctx context.Context, url string, quit <-chan struct{}) (*http.Response, error) {
	ctx, cancel := context.WithCancel(ctx)
	go func() {
		<-quit
		cancel()
	}()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return nil, errNone
	}
	return http.DefaultClient.Do(req)
}
