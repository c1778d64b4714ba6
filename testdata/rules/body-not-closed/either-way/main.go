// Package eitherway gives bodies that its callers choose the shape of: they are open either way.
package eitherway

import (
	"errors"
	"io"
	"net/http"
)

type limited struct {
	io.Reader
	io.Closer
}

func request(url string, limit int64) (io.ReadCloser, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	if resp.StatusCode >= 400 {
		defer resp.Body.Close()
		text, err := io.ReadAll(resp.Body)
		if err != nil {
			return nil, err
		}
		return nil, errors.New(string(text))
	}
	if limit != 0 {
		return limited{Reader: io.LimitReader(resp.Body, limit), Closer: resp.Body}, nil
	}
	return resp.Body, nil
}

func start(url string, limit int64) (byte, error) {
	body, err := request(url, limit) // want "body-not-closed: body from request is not closed"
	if err != nil {
		return 0, err
	}
	var first [1]byte
	_, err = body.Read(first[:])
	return first[0], err
}

func all(url string, limit int64) ([]byte, error) {
	body, err := request(url, limit) // want "body-partly-read: "
	if err != nil {
		return nil, err
	}
	defer body.Close()
	return io.ReadAll(body)
}

// Fetcher has its limit from whoever made it.
type Fetcher struct {
	limit int64
}

func (f *Fetcher) Open(url string) (io.ReadCloser, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	if resp.StatusCode != http.StatusOK {
		io.Copy(io.Discard, resp.Body)
		resp.Body.Close()
		return nil, errors.New(resp.Status)
	}
	var body io.ReadCloser
	if f.limit != 0 {
		body = limited{Reader: io.LimitReader(resp.Body, f.limit), Closer: resp.Body}
	} else {
		body = resp.Body
	}
	return body, nil
}

func (f *Fetcher) Status(url string) error {
	_, err := f.Open(url) // want "body-not-closed: "
	return err
}

// Here the body is closed unless the caller chooses to have it.
func perhaps(url string, keep bool) (*http.Response, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	if !keep {
		io.Copy(io.Discard, resp.Body)
		resp.Body.Close()
	}
	return resp, nil
}

func status(url string, keep bool) (int, error) {
	resp, err := perhaps(url, keep)
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}
