package order

import (
	"io"
	"net/http"
)

func closedBeforeDrain(url string) error {
	resp, err := http.Get(url) // want `body-not-drained: `
	if err != nil {
		return err
	}
	defer io.Copy(io.Discard, resp.Body)
	defer resp.Body.Close()
	return nil
}

func closeThenDrain(url string) error {
	resp, err := http.Get(url) // want `body-not-drained: `
	if err != nil {
		return err
	}
	resp.Body.Close()
	io.Copy(io.Discard, resp.Body)
	return nil
}

func closedInClosure(url string) error {
	resp, err := http.Get(url) // want `body-not-drained: `
	if err != nil {
		return err
	}
	defer func() {
		resp.Body.Close()
		io.Copy(io.Discard, resp.Body)
	}()
	return nil
}

func drainedBeforeClose(url string) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	defer io.Copy(io.Discard, resp.Body)
	return nil
}

func oneClosure(url string) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	defer func() {
		io.Copy(io.Discard, resp.Body)
		resp.Body.Close()
	}()
	return nil
}

func twice(url string) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	_, err = io.Copy(io.Discard, resp.Body)
	if closeErr := resp.Body.Close(); err == nil {
		err = closeErr
	}
	return err
}
