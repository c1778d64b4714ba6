// Package cancelled shows requests whose context is cancelled: that frees the connection, but it is lost.
package cancelled

import (
	"context"
	"errors"
	"io"
	"net/http"
	"time"
)

func deferred(ctx context.Context, url string) ([]byte, error) {
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return nil, err
	}
	resp, err := http.DefaultClient.Do(req) // want `body-not-drained: `
	if err != nil {
		return nil, err
	}
	if resp.StatusCode != http.StatusOK {
		return nil, errors.New(resp.Status)
	}
	return io.ReadAll(resp.Body)
}

func readAll(ctx context.Context, url string) ([]byte, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return nil, err
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

// The context that is cancelled is not that of the request.
func another(ctx context.Context, url string) (int, error) {
	other, cancel := context.WithCancel(ctx)
	defer cancel()
	go func() { <-other.Done() }()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return 0, err
	}
	resp, err := http.DefaultClient.Do(req) // want `body-not-closed: `
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

// The caller cancels.
func handedOn(ctx context.Context, url string) (*http.Response, context.CancelFunc, error) {
	ctx, cancel := context.WithCancel(ctx)
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		cancel()
		return nil, nil, err
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		cancel()
		return nil, nil, err
	}
	return resp, cancel, nil
}

// A goroutine reads to the end.
func taken(url string, lines chan<- []byte) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	go func() {
		defer resp.Body.Close()
		content, _ := io.ReadAll(resp.Body)
		lines <- content
	}()
	return nil
}

// A goroutine closes unread.
func takenUnread(url string, codes chan<- int) error {
	resp, err := http.Get(url) // want `body-not-drained: `
	if err != nil {
		return err
	}
	go func() {
		codes <- resp.StatusCode
		resp.Body.Close()
	}()
	return nil
}
