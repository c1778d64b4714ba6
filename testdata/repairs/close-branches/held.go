package branches

import (
	"errors"
	"io"
	"net/http"
)

type answer struct {
	resp *http.Response
}

func (a *answer) failure() error {
	if a.resp.Header.Get("Content-Type") != "text/plain" {
		return errors.New(a.resp.Status)
	}
	text, err := io.ReadAll(a.resp.Body)
	if err != nil {
		return err
	}
	return errors.New(string(text))
}

// The error may be made of the body.
func held(url string) ([]byte, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	a := &answer{resp: resp}
	if resp.StatusCode != http.StatusOK {
		return nil, a.failure()
	}
	data, err := io.ReadAll(resp.Body)
	resp.Body.Close()
	return data, err
}

// Nothing else leads to it.
func unheld(url string, log func(string) error) ([]byte, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	if resp.StatusCode != http.StatusOK {
		return nil, log(resp.Status)
	}
	data, err := io.ReadAll(resp.Body)
	resp.Body.Close()
	return data, err
}
