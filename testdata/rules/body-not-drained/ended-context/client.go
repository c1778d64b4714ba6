// Package client gives a request its context after it was made, as generated clients do.
package client

import (
	"context"
	"io"
	"net/http"
)

type hooks struct {
	prepared func(context.Context, *http.Request) (context.Context, error)
}

func prepared(ctx context.Context, h *hooks, req *http.Request) (context.Context, error) {
	if h == nil || h.prepared == nil {
		return ctx, nil
	}
	return h.prepared(ctx, req)
}

// call asks its context once more: when that has ended, the connection is gone, however the body is closed.
func call(ctx context.Context, client *http.Client, h *hooks, url string) (_ context.Context, err error) {
	req, err := http.NewRequest(http.MethodPost, url, nil)
	if err != nil {
		return ctx, err
	}
	ctx, err = prepared(ctx, h, req)
	if err != nil {
		return ctx, err
	}
	req = req.WithContext(ctx)
	resp, err := client.Do(req)
	if err != nil {
		return ctx, err
	}
	defer func() {
		cerr := resp.Body.Close()
		if err == nil && cerr != nil {
			err = cerr
		}
	}()
	if err = ctx.Err(); err != nil {
		return ctx, err
	}
	_, err = io.Copy(io.Discard, resp.Body)
	return ctx, err
}

func otherContext(ctx, other context.Context, url string) error {
	req, err := http.NewRequestWithContext(other, http.MethodGet, url, nil)
	if err != nil {
		return err
	}
	req = req.WithContext(ctx)
	resp, err := http.DefaultClient.Do(req) // want "body-not-drained: "
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if err = other.Err(); err != nil {
		return err
	}
	_, err = io.Copy(io.Discard, resp.Body)
	return err
}
