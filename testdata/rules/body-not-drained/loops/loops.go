package loops

import (
	"context"
	"errors"
	"io"
	"net/http"
	"time"
)

func poll(ctx context.Context, url string) error {
	for {
		resp, err := http.Get(url) // want `body-not-drained: `
		if err != nil {
			return err
		}
		resp.Body.Close()
		if resp.StatusCode == http.StatusOK {
			return nil
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(time.Second):
		}
	}
}

func pollDraining(ctx context.Context, url string) error {
	for {
		resp, err := http.Get(url)
		if err != nil {
			return err
		}
		_, err = io.Copy(io.Discard, resp.Body)
		resp.Body.Close()
		if err == nil && resp.StatusCode == http.StatusOK {
			return nil
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(time.Second):
		}
	}
}

func retry(client *http.Client, req *http.Request) (content []byte, err error) {
	for attempt := 0; attempt < 3; attempt++ {
		resp, err := client.Do(req) // want `body-not-drained: `
		if err != nil {
			return nil, err
		}
		if resp.StatusCode >= 500 {
			resp.Body.Close()
			continue
		}
		defer resp.Body.Close()
		return io.ReadAll(resp.Body)
	}
	return nil, errors.New("no answer")
}

func deferInLoop(urls []string) error {
	for _, url := range urls {
		resp, err := http.Get(url)
		if err != nil {
			return err
		}
		defer resp.Body.Close()
		if _, err := io.Copy(io.Discard, resp.Body); err != nil {
			return err
		}
	}
	return nil
}
