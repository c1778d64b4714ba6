package helpers

import (
	"context"
	"encoding/json"
	"io"
	"net/http"
	"time"
)

// readLate cancels as soon as the header is there.
func readLate(ctx context.Context, url string) ([]byte, error) {
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	req, err := newRequest(ctx, url)
	if err != nil {
		cancel()
		return nil, err
	}
	resp, err := http.DefaultClient.Do(req) // want `body-cancelled: resp from http.DefaultClient.Do is read at line 25 although its request is cancelled by then`
	cancel()
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

func decodeLate(ctx context.Context, url string, value any) error {
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	req, err := newRequest(ctx, url)
	if err != nil {
		cancel()
		return err
	}
	resp, err := http.DefaultClient.Do(req) // want `body-cancelled: .*is read at line 41`
	cancel()
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	return json.NewDecoder(resp.Body).Decode(value)
}

// readInTime cancels when it has read.
func readInTime(ctx context.Context, url string) ([]byte, error) {
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	req, err := newRequest(ctx, url)
	if err != nil {
		cancel()
		return nil, err
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		cancel()
		return nil, err
	}
	defer resp.Body.Close()
	content, err := io.ReadAll(resp.Body)
	cancel()
	return content, err
}

// status does not miss what it throws away: the connection is lost, no more.
func status(ctx context.Context, url string) (int, error) {
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	req, err := newRequest(ctx, url)
	if err != nil {
		cancel()
		return 0, err
	}
	resp, err := http.DefaultClient.Do(req) // want `body-not-drained: `
	cancel()
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	_, _ = io.Copy(io.Discard, resp.Body)
	return resp.StatusCode, nil
}
