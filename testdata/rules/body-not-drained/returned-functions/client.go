package client

import (
	"io"
	"net/http"
	"time"
)

type client struct{ http *http.Client }

func (c *client) do(url string) (time.Duration, *http.Response, error) {
	start := time.Now()
	resp, err := c.http.Get(url)
	return time.Since(start), resp, err
}

func (c *client) throughWrapper(url string) error {
	_, resp, err := expectOK(c.do(url)) // want "body-not-drained: .*closed without having been read"
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func (c *client) throughVariable(url string) error {
	accept := expect(http.StatusOK, http.StatusNoContent)
	_, resp, err := accept(c.do(url)) // want "body-not-drained: .*closed without having been read"
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func (c *client) atOnce(url string) error {
	_, _, err := expect(http.StatusOK)(c.do(url)) // want "body-not-closed: .*not closed and not read"
	return err
}

func (c *client) read(url string) ([]byte, error) {
	_, resp, err := expectOK(c.do(url))
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

func (c *client) finished(url string) error {
	_, resp, err := c.do(url)
	if err != nil {
		return err
	}
	finish := finisher()
	defer finish(resp)
	return nil
}

func (c *client) unclear(url string, strict bool) error {
	_, resp, err := either(strict)(c.do(url))
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
