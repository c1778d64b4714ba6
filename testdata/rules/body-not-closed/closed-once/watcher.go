// Package watch has a type that closes what it holds once.
package watch

import (
	"bufio"
	"io"
	"net/http"
)

type watcher struct {
	resp   *http.Response
	lines  *bufio.Scanner
	closed bool
}

func open(url string) (*watcher, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	return &watcher{resp: resp, lines: bufio.NewScanner(resp.Body)}, nil
}

func (w *watcher) Close() error {
	if w.closed {
		return nil
	}
	w.closed = true
	_, _ = io.Copy(io.Discard, w.resp.Body)
	return w.resp.Body.Close()
}

// detach never closes what it holds.
func (w *watcher) detach() bool {
	return w.closed
}

func first(url string) (string, error) {
	w, err := open(url)
	if err != nil {
		return "", err
	}
	defer w.Close()
	w.lines.Scan()
	return w.lines.Text(), nil
}

func forgotten(url string) (bool, error) {
	w, err := open(url) // want "body-not-closed: .*not closed and not read"
	if err != nil {
		return false, err
	}
	return w.detach(), nil
}
