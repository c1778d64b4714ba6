package limits

import (
	"io"
	"net/http"
)

// A parser is somebody else's.
type parser interface {
	Parse(r io.Reader) error
	Open(r io.Reader) (io.Reader, error)
	ParseAll(r io.Reader) error
}

// Through a reader that ends earlier nobody sees the end of the body.
func parsed(p parser, url string) error {
	resp, err := http.Get(url) // want "body-partly-read: "
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	return p.Parse(io.LimitReader(resp.Body, most))
}

func parsedThenDrained(p parser, url string) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	err = p.Parse(io.LimitReader(resp.Body, most))
	_, _ = io.Copy(io.Discard, resp.Body)
	return err
}

// How far it reads the body itself is not known.
func parsedAll(p parser, url string) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	return p.ParseAll(resp.Body)
}

// What is opened may be read later.
func opened(p parser, url string) (io.Reader, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	return p.Open(io.LimitReader(resp.Body, most))
}
