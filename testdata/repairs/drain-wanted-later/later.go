// Package later shows bodies that somebody may read after they were closed.
package later

import (
	"bytes"
	"errors"
	"io"
	"net/http"
)

// failure keeps the response, whose body can be read again.
type failure struct{ response *http.Response }

func (f *failure) Error() string { return f.response.Status }

func check(resp *http.Response) error {
	if resp.StatusCode < http.StatusBadRequest {
		return nil
	}
	content, err := io.ReadAll(resp.Body)
	if err != nil {
		return err
	}
	resp.Body = io.NopCloser(bytes.NewReader(content))
	return &failure{response: resp}
}

func checked(url string) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	if err := check(resp); err != nil {
		defer resp.Body.Close()
		return err
	}
	defer resp.Body.Close()
	return nil
}

// returned gives its caller a response that is closed; in a test its body may be there all the same.
func returned(url string) (*http.Response, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	if resp.StatusCode >= http.StatusBadRequest {
		return resp, errors.New(resp.Status)
	}
	return resp, nil
}

// frames has a Read that does more than read.
type frames struct {
	body  io.ReadCloser
	count int
}

func (f *frames) Read(p []byte) (int, error) {
	f.count++
	return f.body.Read(p)
}

func (f *frames) Close() error { return f.body.Close() }

func open(url string) (*frames, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	return &frames{body: resp.Body}, nil
}

func glance(url string) (int, error) {
	f, err := open(url)
	if err != nil {
		return 0, err
	}
	defer f.Close()
	return f.count, nil
}
