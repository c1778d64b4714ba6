// Package status hands on cancelled responses to callers that do not read them.
package status

import (
	"context"
	"io"
	"net/http"
	"time"
)

func probe(ctx context.Context, url string) (*http.Response, error) {
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return nil, err
	}
	return http.DefaultClient.Do(req) // want `body-not-drained: `
}

func Alive(ctx context.Context, url string) bool {
	resp, err := probe(ctx, url)
	if err != nil {
		return false
	}
	defer resp.Body.Close()
	return resp.StatusCode == http.StatusOK && resp.Header.Get("Content-Type") != ""
}

func open(ctx context.Context, url string) (*http.Response, error) {
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return nil, err
	}
	return http.DefaultClient.Do(req) // want `body-cancelled: `
}

func Found(ctx context.Context, url string) bool {
	resp, err := open(ctx, url)
	return err == nil && resp.StatusCode == http.StatusOK
}

func Content(ctx context.Context, url string) ([]byte, error) {
	resp, err := checked(ctx, url)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

func checked(ctx context.Context, url string) (*http.Response, error) {
	resp, err := open(ctx, url)
	if err != nil {
		return nil, err
	}
	return resp, nil
}
