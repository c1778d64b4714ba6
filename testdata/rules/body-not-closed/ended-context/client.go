// Package client shows ways on which the context of a request has ended: the transport has freed its connection then.
package client

import (
	"context"
	"errors"
	"io"
	"net/http"
)

func get(ctx context.Context, url string) (*http.Response, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return nil, err
	}
	return http.DefaultClient.Do(req)
}

// ended tells whether nothing more is to be done.
func ended(ctx context.Context, err *error) bool {
	if cause := ctx.Err(); cause != nil {
		if *err == nil {
			*err = cause
		}
		return true
	}
	return false
}

func asked(ctx context.Context, url string) ([]byte, error) {
	resp, err := get(ctx, url)
	if ended(ctx, &err) {
		return nil, err
	}
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

func selected(ctx context.Context, url string, ready chan struct{}) ([]byte, error) {
	resp, err := get(ctx, url)
	if err != nil {
		return nil, err
	}
	select {
	case <-ctx.Done():
		return nil, context.Cause(ctx)
	case <-ready:
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

func parent(ctx context.Context, url string) ([]byte, error) {
	inner, cancel := context.WithCancel(ctx)
	_ = cancel
	resp, err := get(inner, url)
	if err != nil {
		return nil, err
	}
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

func otherContext(ctx, other context.Context, url string) ([]byte, error) {
	resp, err := get(ctx, url) // want "body-not-closed: .*returns at line 76"
	if err != nil {
		return nil, err
	}
	if other.Err() != nil {
		return nil, other.Err()
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

func goesOn(ctx context.Context, url string) error {
	resp, err := get(ctx, url) // want "body-not-closed: .*returns at line 88"
	if err != nil {
		return err
	}
	if ctx.Err() == nil {
		return errors.New("too early")
	}
	return resp.Body.Close()
}
