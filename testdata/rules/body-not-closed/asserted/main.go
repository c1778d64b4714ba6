// Package asserted asks of readers whether they can be closed.
package asserted

import (
	"bufio"
	"errors"
	"io"
	"net/http"
)

// fetch gives the body itself: it has a Close.
func fetch(url string) (io.ReadCloser, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	return resp.Body, nil
}

// window has the Close of what it was cut from.
type window struct {
	io.Reader
	io.Closer
}

// bare has none.
type bare struct {
	io.Reader
}

func cut(url string, size int64) (io.Reader, error) {
	body, err := fetch(url)
	if err != nil {
		return nil, err
	}
	if size > 0 {
		return &window{Reader: io.LimitReader(body, size), Closer: body}, nil
	}
	return body, nil
}

// An io.ReadCloser is an io.Closer under every other name.
func copied(w io.Writer, url string) error {
	var source io.Reader
	source, err := fetch(url)
	if err != nil {
		return err
	}
	_, err = io.Copy(w, source)
	if closer, ok := source.(io.Closer); ok {
		closer.Close()
	}
	return err
}

func cutAndCopied(w io.Writer, url string, size int64) error {
	source, err := cut(url, size) // want "body-partly-read: "
	if err != nil {
		return err
	}
	_, err = io.Copy(w, source)
	if closer, ok := source.(io.Closer); ok {
		if err := closer.Close(); err != nil {
			return err
		}
	}
	return err
}

func closedByCloser(source any) {
	if closer, ok := source.(interface{ Close() error }); ok {
		closer.Close()
	}
}

func helped(url string) (int, error) {
	resp, err := http.Get(url) // want "body-not-drained: "
	if err != nil {
		return 0, err
	}
	defer closedByCloser(resp.Body)
	return resp.StatusCode, nil
}

// A reader around the body hides its Close.
func hidden(w io.Writer, url string) error {
	body, err := fetch(url) // want "body-not-closed: body from fetch is not closed"
	if err != nil {
		return err
	}
	var source io.Reader = bare{body}
	_, err = io.Copy(w, source)
	if closer, ok := source.(io.Closer); ok {
		closer.Close()
	}
	return err
}

// Nor can a body be sought in.
func sought(w io.Writer, url string) error {
	body, err := fetch(url) // want "body-not-closed: body from fetch is not closed"
	if err != nil {
		return err
	}
	if _, ok := body.(io.Seeker); !ok {
		return errors.New("cannot be sought in")
	}
	defer body.Close()
	_, err = io.Copy(w, body)
	return err
}

func buffered(url string) (string, error) {
	body, err := fetch(url) // want "body-not-closed: body from fetch is not closed"
	if err != nil {
		return "", err
	}
	var source io.Reader = bufio.NewReader(body)
	line := make([]byte, 80)
	n, err := source.Read(line)
	if closer, ok := source.(io.Closer); ok {
		closer.Close()
	}
	return string(line[:n]), err
}

// closedBySwitch takes the clause of the first type that fits.
func closedBySwitch(source io.Reader) {
	switch closer := source.(type) {
	case nil:
	case *bufio.Reader, io.Closer:
		if closer, ok := closer.(io.Closer); ok {
			closer.Close()
		}
	default:
		panic("cannot be closed")
	}
}

func switched(url string) (int, error) {
	resp, err := http.Get(url) // want "body-not-drained: "
	if err != nil {
		return 0, err
	}
	closedBySwitch(resp.Body)
	return resp.StatusCode, nil
}

// A body cannot be sought in.
func seeked(source io.Reader) int64 {
	switch source := source.(type) {
	case io.Seeker:
		at, _ := source.Seek(0, io.SeekCurrent)
		return at
	case io.Closer:
		source.Close()
	}
	return 0
}

func notSeeked(url string) (int64, error) {
	resp, err := http.Get(url) // want "body-not-drained: "
	if err != nil {
		return 0, err
	}
	return seeked(resp.Body), nil
}
