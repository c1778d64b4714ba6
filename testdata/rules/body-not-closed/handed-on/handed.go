// Package handed shows responses that are somebody else's when the function ends.
package handed

import (
	"io"
	"net/http"
)

type stream struct {
	body io.ReadCloser
	resp *http.Response
}

type sink interface {
	Take(resp *http.Response)
}

func returned(url string) (*http.Response, error) {
	return http.Get(url)
}

func returnedInStruct(url string) (*stream, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	return &stream{body: resp.Body, resp: resp}, nil
}

func (s *stream) stored(url string) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	s.resp = resp
	return nil
}

func (s *stream) storedAtOnce(url string) (err error) {
	s.resp, err = http.Get(url)
	return err
}

func sent(url string, responses chan<- *http.Response) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	responses <- resp
	return nil
}

func appended(urls []string) (responses []*http.Response, err error) {
	for _, url := range urls {
		resp, err := http.Get(url)
		if err != nil {
			return responses, err
		}
		responses = append(responses, resp)
	}
	return responses, nil
}

func inMap(url string, responses map[string]*http.Response) {
	if resp, err := http.Get(url); err == nil {
		responses[url] = resp
	}
}

func toInterface(url string, target sink) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	target.Take(resp)
	return nil
}

func toFunction(url string, handle func(*http.Response) error) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	return handle(resp)
}

func toGoroutine(url string, lines chan<- string) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	go func() {
		defer resp.Body.Close()
		content, _ := io.ReadAll(resp.Body)
		lines <- string(content)
	}()
	return nil
}

func captured(url string) (func() error, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	return func() error { return resp.Body.Close() }, nil
}

func wrapped(url string) (io.ReadCloser, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	return struct {
		io.Reader
		io.Closer
	}{io.LimitReader(resp.Body, 1<<20), resp.Body}, nil
}
