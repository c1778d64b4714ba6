package drains

import (
	"io"
	"net/http"
)

const bound = 256 << 10

// The body is thrown away up to a bound: to give up the connection beyond it is meant.
func copied(url string) (int, error) {
	resp, err := http.Get(url)
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	_, _ = io.CopyN(io.Discard, resp.Body, bound)
	return resp.StatusCode, nil
}

func limited(url string) (int, error) {
	resp, err := http.Get(url)
	if err != nil {
		return 0, err
	}
	defer func() {
		_, _ = io.Copy(io.Discard, io.LimitReader(resp.Body, bound))
		resp.Body.Close()
	}()
	return resp.StatusCode, nil
}

// What is skipped is no drain when more is read after it.
func skipped(url string, header []byte) error {
	resp, err := http.Get(url) // want "body-partly-read: resp from http.Get"
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if _, err := io.CopyN(io.Discard, resp.Body, 512); err != nil {
		return err
	}
	_, err = io.ReadFull(resp.Body, header)
	return err
}

// A bounded drain closes nothing.
func open(url string) (int, error) {
	resp, err := http.Get(url) // want "body-not-closed: resp from http.Get"
	if err != nil {
		return 0, err
	}
	_, _ = io.CopyN(io.Discard, resp.Body, bound)
	return resp.StatusCode, nil
}
