// Package harmless defers Close in loops without keeping connections.
package harmless

import (
	"context"
	"errors"
	"io"
	"net/http"
	"os"
)

func readInside(urls []string) (contents [][]byte, err error) {
	for _, url := range urls {
		resp, err := http.Get(url)
		if err != nil {
			return nil, err
		}
		defer resp.Body.Close()
		content, err := io.ReadAll(resp.Body)
		if err != nil {
			return nil, err
		}
		contents = append(contents, content)
	}
	return contents, nil
}

// Only the way out of the loop leaves the body unread: one connection, not many.
func unreadAtLast(urls []string) error {
	for _, url := range urls {
		resp, err := http.Get(url) // want `body-not-drained: `
		if err != nil {
			return err
		}
		defer resp.Body.Close()
		if resp.StatusCode != http.StatusOK {
			return errors.New(resp.Status)
		}
		if _, err := io.Copy(os.Stdout, resp.Body); err != nil {
			return err
		}
	}
	return nil
}

// The first answer ends the loop.
func first(urls []string) (int, error) {
	for _, url := range urls {
		resp, err := http.Get(url) // want `body-not-drained: `
		if err != nil {
			continue
		}
		defer resp.Body.Close()
		return resp.StatusCode, nil
	}
	return 0, errors.New("no answer")
}

func firstByBreak(urls []string) (status int) {
	for _, url := range urls {
		resp, err := http.Get(url) // want `body-not-drained: `
		if err == nil {
			defer resp.Body.Close()
			status = resp.StatusCode
			break
		}
	}
	return status
}

// The literal ends with each iteration.
func literal(urls []string) error {
	for _, url := range urls {
		err := func() error {
			resp, err := http.Get(url) // want `body-not-drained: `
			if err != nil {
				return err
			}
			defer resp.Body.Close()
			if resp.StatusCode != http.StatusOK {
				return errors.New(resp.Status)
			}
			return nil
		}()
		if err != nil {
			return err
		}
	}
	return nil
}

func visit(url string) error {
	resp, err := http.Get(url) // want `body-not-drained: `
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	return nil
}

func helper(urls []string) {
	for _, url := range urls {
		if err := visit(url); err != nil {
			return
		}
	}
}

// Three attempts are few.
func attempts(url string) ([]byte, error) {
	for attempt := 0; attempt < 3; attempt++ {
		resp, err := http.Get(url) // want `body-not-drained: `
		if err != nil {
			return nil, err
		}
		defer resp.Body.Close()
		if resp.StatusCode >= 500 {
			continue
		}
		return io.ReadAll(resp.Body)
	}
	return nil, errors.New("no answer")
}

// Closed twice: in the iteration, and by the deferred call.
func twice(urls []string) {
	for _, url := range urls {
		resp, err := http.Get(url)
		if err != nil {
			return
		}
		defer resp.Body.Close()
		_, _ = io.Copy(io.Discard, resp.Body)
		resp.Body.Close()
	}
}

// Each goroutine is a function of its own.
func goroutines(urls []string, codes chan<- int) {
	for _, url := range urls {
		go func(url string) {
			resp, err := http.Get(url) // want `body-not-drained: `
			if err != nil {
				return
			}
			defer resp.Body.Close()
			codes <- resp.StatusCode
		}(url)
	}
}

// The loop stands around nothing that sends.
func closeAll(bodies []io.ReadCloser) {
	for _, body := range bodies {
		defer body.Close()
	}
}

// One deferred call cannot close them all: the others are lost for good.
func onlyLast(urls []string) (status int) {
	var resp *http.Response
	defer func() {
		if resp != nil {
			resp.Body.Close()
		}
	}()
	for _, url := range urls {
		var err error
		resp, err = http.Get(url) // want `body-not-closed: `
		if err != nil {
			return 0
		}
		status = resp.StatusCode
	}
	return status
}

// The requests end with their contexts; that no body is closed is another matter.
func cancelled(ctx context.Context, urls []string) (found int) {
	for _, url := range urls {
		ctx, cancel := context.WithCancel(ctx)
		defer cancel()
		req, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
		if err != nil {
			continue
		}
		resp, err := http.DefaultClient.Do(req) // want `body-not-drained: `
		if err == nil && resp.StatusCode == http.StatusOK {
			found++
		}
	}
	return found
}
