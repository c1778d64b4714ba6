// Package errorpredicates asks functions what kind of error there is: of none they say that it is not theirs.
package errorpredicates

import (
	"context"
	"io"
	"net/http"
	"net/url"
)

func isCanceled(err error) bool { return err == context.Canceled }

func isOver(err error) bool {
	if err == context.DeadlineExceeded {
		return true
	}
	return false
}

func isOfURL(err error) bool {
	wrapped, ok := err.(*url.Error)
	return ok && wrapped.Temporary()
}

func isNested(err error) bool {
	if wrapped, ok := err.(*url.Error); ok {
		return isNested(wrapped.Err)
	}
	return false
}

func isTimeout(err error) bool {
	switch err := err.(type) {
	case *url.Error:
		return err.Timeout()
	}
	return false
}

// isHarmless is true of no error too.
func isHarmless(err error) bool {
	_, ok := err.(*url.Error)
	return !ok
}

func read(resp *http.Response) ([]byte, error) {
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

func Canceled(link string) ([]byte, error) {
	resp, err := http.Get(link)
	if isCanceled(err) || err != nil {
		return nil, err
	}
	return read(resp)
}

func Over(link string) ([]byte, error) {
	resp, err := http.Get(link)
	if isOver(err) || err != nil {
		return nil, err
	}
	return read(resp)
}

func OfURL(link string) ([]byte, error) {
	resp, err := http.Get(link)
	if isOfURL(err) || err != nil {
		return nil, err
	}
	return read(resp)
}

func Nested(link string) ([]byte, error) {
	resp, err := http.Get(link)
	if isNested(err) || err != nil {
		return nil, err
	}
	return read(resp)
}

func Timeout(link string) ([]byte, error) {
	resp, err := http.Get(link)
	if isTimeout(err) || err != nil {
		return nil, err
	}
	return read(resp)
}

func Harmless(link string) ([]byte, error) {
	resp, err := http.Get(link) // want `body-not-closed: resp from http.Get`
	if isHarmless(err) || err != nil {
		return nil, err
	}
	return read(resp)
}
