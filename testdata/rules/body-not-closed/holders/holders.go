// Package holders shows structs that lead to a response.
package holders

import (
	"bufio"
	"io"
	"net/http"
)

// Stream reads lines of a body and closes it through another field.
type Stream struct {
	lines *bufio.Reader
	body  io.ReadCloser
}

func (s *Stream) Close() error { return s.body.Close() }

func Open(url string) (*Stream, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	return &Stream{lines: bufio.NewReader(resp.Body), body: resp.Body}, nil
}

func first(url string) (string, error) {
	stream, err := Open(url) // want `body-partly-read: `
	if err != nil {
		return "", err
	}
	defer stream.Close()
	return stream.lines.ReadString('\n')
}

func lost(url string) (string, error) {
	stream, err := Open(url) // want `body-not-closed: `
	if err != nil {
		return "", err
	}
	return stream.lines.ReadString('\n')
}

// Response is filled by position.
type Response struct {
	*http.Response
	Attempts int
}

func get(url string) (*Response, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	return &Response{resp, 1}, nil
}

func all(url string) ([]byte, error) {
	resp, err := get(url)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

func attempts(url string) (int, error) {
	resp, err := get(url) // want `body-not-closed: `
	if err != nil {
		return 0, err
	}
	return resp.Attempts, nil
}

// The method of the first request says nothing of the second.
func fallback(client *http.Client, url string) (int, error) {
	req, err := http.NewRequest(http.MethodHead, url, nil)
	if err != nil {
		return 0, err
	}
	resp, err := client.Do(req)
	if err == nil {
		resp.Body.Close()
		return resp.StatusCode, nil
	}
	req.Method = http.MethodGet
	resp, err = client.Do(req) // want `body-not-closed: `
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}
