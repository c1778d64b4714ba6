// Package values shows paths that what is known of values rules out.
package values

import (
	"errors"
	"io"
	"net/http"
)

type reader struct {
	client   *http.Client
	buffered bool
	limit    int
	mode     string
}

var errGone = errors.New("gone")

func isGone(err error) bool {
	if err == nil {
		return false
	}
	return errors.Is(err, errGone)
}

// No error is no error of that kind.
func predicate(client *http.Client, request *http.Request) error {
	resp, err := client.Do(request)
	if isGone(err) {
		return nil
	}
	if err != nil {
		return err
	}
	io.Copy(io.Discard, resp.Body)
	return resp.Body.Close()
}

// A field that is tested twice has the same value both times.
func (r *reader) twice(url string) error {
	resp, err := r.client.Get(url) // want `body-not-drained: `
	if err != nil {
		return err
	}
	if r.limit != 0 {
		defer resp.Body.Close()
	}
	_ = resp.Header
	if r.limit == 0 {
		resp.Body.Close()
	}
	if r.buffered {
		return nil
	}
	return nil
}

// The same, but the field is assigned between.
func (r *reader) changed(url string) error {
	resp, err := r.client.Get(url) // want `body-not-closed: `
	if err != nil {
		return err
	}
	if r.limit != 0 {
		defer resp.Body.Close()
	}
	r.limit = 1
	if r.limit == 0 {
		resp.Body.Close()
	}
	return nil
}

func (r *reader) reset() {
	r.mode = ""
}

// A method may assign it.
func (r *reader) perhapsChanged(url string) error {
	resp, err := r.client.Get(url) // want `body-not-closed: `
	if err != nil {
		return err
	}
	if r.mode == "open" {
		defer resp.Body.Close()
	}
	r.reset()
	if r.mode != "open" {
		resp.Body.Close()
	}
	return nil
}
