package copies

import (
	"bytes"
	"io"
	"net/http"
)

type observer func(*http.Response)

type noBody struct{}

func (noBody) Read([]byte) (int, error) { return 0, io.EOF }

func (noBody) Close() error { return nil }

type observed struct {
	base      http.RoundTripper
	observers []observer
}

// RoundTrip shows a copy without the body; the response itself keeps it.
func (o *observed) RoundTrip(req *http.Request) (*http.Response, error) {
	resp, err := o.base.RoundTrip(req)
	if err != nil {
		return nil, err
	}
	shown := *resp
	shown.Body = noBody{}
	for _, each := range o.observers {
		each(&shown)
	}
	return resp, nil
}

// Logged forgets the response for its copy.
func Logged(url string, log func(http.Response)) error {
	resp, err := http.Get(url) // want "resp from http.Get is not closed and not read"
	if err != nil {
		return err
	}
	shown := *resp
	shown.Body = noBody{}
	log(shown)
	return nil
}

// Closed closes the body that both share.
func Closed(url string) ([]byte, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	shown := *resp
	defer shown.Body.Close()
	return io.ReadAll(shown.Body)
}

// Replaced reads the body and puts the bytes in its place.
func Replaced(url string) (*http.Response, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	all, err := io.ReadAll(resp.Body)
	resp.Body.Close()
	if err != nil {
		return nil, err
	}
	resp.Body = io.NopCloser(bytes.NewReader(all))
	return resp, nil
}

type counted struct {
	io.ReadCloser
	read int
}

// Counting hands a copy on whose body closes the one of the response.
func Counting(url string) (*http.Response, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	shown := *resp
	shown.Body = &counted{ReadCloser: resp.Body}
	return &shown, nil
}

func use(url string) error {
	resp, err := Counting(url)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	_, err = io.Copy(io.Discard, resp.Body)
	return err
}
