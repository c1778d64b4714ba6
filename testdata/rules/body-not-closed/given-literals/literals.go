// Package literals gives responses to the functions that its callers pass.
package literals

import (
	"errors"
	"io"
	"net/http"
)

func leaving(url string, use func(*http.Response) error) error {
	resp, err := http.Get(url) // want "body-not-closed: resp from http.Get"
	if err != nil {
		return err
	}
	if err := use(resp); err != nil {
		return err
	}
	return resp.Body.Close()
}

func refused(url string) error {
	return leaving(url, func(resp *http.Response) error {
		if resp.StatusCode != http.StatusOK {
			return errors.New(resp.Status)
		}
		_, err := io.Copy(io.Discard, resp.Body)
		return err
	})
}

func closing(url string, use func(*http.Response) error) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	return use(resp)
}

func closed(url string) error {
	return closing(url, func(resp *http.Response) error {
		defer resp.Body.Close()
		_, err := io.Copy(io.Discard, resp.Body)
		return err
	})
}

func both(url string, use func(*http.Response) error) error {
	resp, err := http.Get(url) // want "body-not-drained: resp from http.Get"
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	return use(resp)
}

func read(url string) (content []byte, err error) {
	err = both(url, func(resp *http.Response) error {
		content, err = io.ReadAll(resp.Body)
		return err
	})
	return content, err
}

func status(url string) (code int, err error) {
	err = both(url, func(resp *http.Response) error {
		code = resp.StatusCode
		return nil
	})
	return code, err
}

// Whoever is given it from outside may do anything.
func given(url string, use func(*http.Response) error) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	return use(resp)
}

func Given(url string, use func(*http.Response) error) error { return given(url, use) }
