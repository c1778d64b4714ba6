// Package helpers has the request, its context and its cancel function in different functions.
package helpers

import (
	"context"
	"io"
	"net/http"
	"time"
)

func send(ctx context.Context, url string) (*http.Response, error) {
	req, err := newRequest(ctx, url)
	if err != nil {
		return nil, err
	}
	return http.DefaultClient.Do(req)
}

func newRequest(ctx context.Context, url string) (*http.Request, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Accept", "text/plain")
	return req, nil
}

func Open(ctx context.Context, url string) (io.ReadCloser, error) {
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	resp, err := send(ctx, url) // want `body-cancelled: resp from send is handed on at line 35 `
	if err != nil {
		return nil, err
	}
	return resp.Body, nil
}

// Its caller gets what is lost already, and is told nothing more.
func content(ctx context.Context, url string) ([]byte, error) {
	body, err := Open(ctx, url)
	if err != nil {
		return nil, err
	}
	defer body.Close()
	return io.ReadAll(body)
}

// withLimit gives the context away with the function that ends it.
func withLimit(ctx context.Context) (context.Context, context.CancelFunc) {
	return context.WithTimeout(ctx, time.Second)
}

func Limited(ctx context.Context, url string) (*http.Response, error) {
	ctx, cancel := withLimit(ctx)
	defer cancel()
	return send(ctx, url) // want `body-cancelled: `
}

// start gives its caller the response and the function that ends it.
func start(ctx context.Context, url string) (*http.Response, context.CancelFunc, error) {
	ctx, cancel := context.WithCancel(ctx)
	resp, err := send(ctx, url)
	if err != nil {
		cancel()
		return nil, nil, err
	}
	return resp, cancel, nil
}

func Started(ctx context.Context, url string) (*http.Response, error) {
	resp, cancel, err := start(ctx, url) // want `body-cancelled: `
	if err != nil {
		return nil, err
	}
	defer cancel()
	return resp, nil
}

func finish(cancel context.CancelFunc) {
	cancel()
}

func Finished(ctx context.Context, url string) (*http.Response, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer finish(cancel)
	return send(ctx, url) // want `body-cancelled: `
}

// The helper makes its request with a context of its own.
func background(_ context.Context, url string) (*http.Response, error) {
	return send(context.Background(), url)
}

func Independent(ctx context.Context, url string) (*http.Response, error) {
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	return background(ctx, url)
}

func StartedAndRead(ctx context.Context, url string) ([]byte, error) {
	resp, cancel, err := start(ctx, url)
	if err != nil {
		return nil, err
	}
	defer cancel()
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

type sender func(ctx context.Context, url string) (*http.Response, error)

// A function that is given a context and yields a response makes its request with it.
func through(ctx context.Context, do sender, url string) (*http.Response, error) {
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	return do(ctx, url) // want `body-cancelled: `
}
