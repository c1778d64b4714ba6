// Package putaway puts responses where others read them, and cancels their requests when it returns.
package putaway

import (
	"context"
	"encoding/json"
	"io"
	"net/http"
	"sync"
	"time"
)

type stream struct {
	body io.ReadCloser
	last *http.Response
}

func (s *stream) open(ctx context.Context, url string) error {
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return err
	}
	resp, err := http.DefaultClient.Do(req) // want "body-cancelled: resp from http.DefaultClient.Do"
	if err != nil {
		return err
	}
	s.body = resp.Body
	return nil
}

func send(ctx context.Context, url string, out chan<- *http.Response) {
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return
	}
	resp, err := http.DefaultClient.Do(req) // want "body-cancelled: resp from http.DefaultClient.Do"
	if err != nil {
		return
	}
	out <- resp
}

func collect(ctx context.Context, urls []string, found map[string]io.ReadCloser) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	for _, url := range urls {
		req, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
		if err != nil {
			return err
		}
		resp, err := http.DefaultClient.Do(req) // want "body-cancelled: resp from http.DefaultClient.Do"
		if err != nil {
			return err
		}
		found[url] = resp.Body
	}
	return nil
}

// The receiver says when it is done.
func sendAndWait(ctx context.Context, url string, out chan<- *http.Response, done <-chan struct{}) {
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return
	}
	out <- resp
	<-done
}

func share(ctx context.Context, url string, reader chan io.Reader) error {
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
	var group sync.WaitGroup
	group.Add(1)
	reader <- resp.Body
	group.Wait()
	return nil
}

// What is kept is read before the cancel.
func (s *stream) fetch(ctx context.Context, url string, value any) error {
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
	s.last = resp
	defer resp.Body.Close()
	content, err := io.ReadAll(resp.Body)
	if err != nil {
		return err
	}
	return json.Unmarshal(content, value)
}

func (s *stream) load(ctx context.Context, url string) ([]byte, error) {
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return nil, err
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return nil, err
	}
	s.body = resp.Body
	return s.rest()
}

func (s *stream) rest() ([]byte, error) {
	defer s.body.Close()
	return io.ReadAll(s.body)
}

// Who gets it calls the cancel function, too.
func (s *stream) keep(ctx context.Context, url string, ends *[]context.CancelFunc) error {
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		cancel()
		return err
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		cancel()
		return err
	}
	s.body = resp.Body
	*ends = append(*ends, cancel)
	return nil
}

// request makes a context of its own at each call.
func request(url string) (*http.Request, context.CancelFunc, error) {
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	return req, cancel, err
}

func opened(url string) (io.ReadCloser, error) {
	req, cancel, err := request(url)
	if err != nil {
		return nil, err
	}
	defer cancel()
	resp, err := http.DefaultClient.Do(req) // want "body-cancelled: resp from http.DefaultClient.Do"
	if err != nil {
		return nil, err
	}
	return resp.Body, nil
}

func second(first, other string) (*http.Response, context.CancelFunc, error) {
	req, cancel, err := request(first)
	if err != nil {
		return nil, nil, err
	}
	defer cancel()
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return nil, nil, err
	}
	_, _ = io.Copy(io.Discard, resp.Body)
	resp.Body.Close()
	again, end, err := request(other)
	if err != nil {
		return nil, nil, err
	}
	resp, err = http.DefaultClient.Do(again)
	return resp, end, err
}
