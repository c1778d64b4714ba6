package helpers

import (
	"encoding/json"
	"io"
	"net/http"

	"example.com/drain-helpers/closer"
)

func deferred(url string) (int, error) {
	resp, err := http.Get(url)
	if err != nil {
		return 0, err
	}
	defer closer.Close(resp.Body)
	return resp.StatusCode, nil
}

func early(url string) (int, error) {
	resp, err := http.Get(url)
	defer closer.Response(resp)
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func called(url string) (int, error) {
	resp, err := http.Get(url)
	if err != nil {
		return 0, err
	}
	closer.Call(resp.Body.Close)
	return resp.StatusCode, nil
}

// Where the helper does not close, the body is read on: the drain belongs into the helper.
func checked(url string) ([]byte, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	if !closer.Check(resp) {
		return nil, nil
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

func loaded(url string, into any) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	return load(resp, into)
}

func load(resp *http.Response, into any) error {
	defer resp.Body.Close()
	if resp.StatusCode == http.StatusNoContent {
		return nil
	}
	return json.NewDecoder(resp.Body).Decode(into)
}

type document struct {
	io.ReadCloser
	name string
}

func open(url string) (*document, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	return &document{ReadCloser: resp.Body, name: url}, nil
}

func (d *document) Close() error {
	return d.ReadCloser.Close()
}

func peek(url string) (string, error) {
	d, err := open(url)
	if err != nil {
		return "", err
	}
	defer d.Close()
	return d.name, nil
}

// Who is given only an io.Closer cannot read.
func narrowed(url string) (int, error) {
	resp, err := http.Get(url)
	if err != nil {
		return 0, err
	}
	func(body io.Closer) {
		closer.Close(body)
	}(resp.Body)
	return resp.StatusCode, nil
}
