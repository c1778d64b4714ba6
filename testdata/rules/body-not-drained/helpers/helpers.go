package helpers

import (
	"errors"
	"io"
	"log"
	"net/http"
)

type client struct{ http.Client }

func closeBody(resp *http.Response) {
	if err := resp.Body.Close(); err != nil {
		log.Print(err)
	}
}

func closeAll(closers ...io.Closer) {
	for _, closer := range closers {
		closer.Close()
	}
}

func drainAndClose(body io.ReadCloser) {
	defer body.Close()
	io.Copy(io.Discard, body)
}

func (c *client) finish(resp *http.Response) {
	if resp != nil && resp.Body != nil {
		drainAndClose(resp.Body)
	}
}

// drainOK drains what it accepts and leaves the rest unread.
func drainOK(resp *http.Response) error {
	if resp.StatusCode != http.StatusOK {
		return errors.New(resp.Status)
	}
	_, err := io.Copy(io.Discard, resp.Body)
	return err
}

func onlyClosed(url string) error {
	resp, err := http.Get(url) // want `body-not-drained: `
	if err != nil {
		return err
	}
	defer closeBody(resp)
	return nil
}

func drainedOnSuccess(url string) error {
	resp, err := http.Get(url) // want `body-not-drained: `
	if err != nil {
		return err
	}
	defer closeBody(resp)
	return drainOK(resp)
}

func drainedOnBoth(url string) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	defer closeBody(resp)
	if err := drainOK(resp); err != nil {
		io.Copy(io.Discard, resp.Body)
		return err
	}
	return nil
}

func drained(url string) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	drainAndClose(resp.Body)
	return nil
}

func (c *client) beforeCheck(url string) (int, error) {
	resp, err := c.Get(url)
	defer c.finish(resp)
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func (c *client) embedded(url string) (int, error) {
	resp, err := c.Get(url) // want `body-not-drained: `
	if err != nil {
		return 0, err
	}
	closeBody(resp)
	return resp.StatusCode, nil
}

func variadic(url string) (int, error) {
	resp, err := http.Get(url)
	if err != nil {
		return 0, err
	}
	defer closeAll(resp.Body)
	io.Copy(io.Discard, resp.Body)
	return resp.StatusCode, nil
}
