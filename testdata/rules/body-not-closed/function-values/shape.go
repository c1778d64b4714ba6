package shape

import (
	"io"
	"net/http"
)

var get = http.Get

var getLiteral = func(url string) (*http.Response, error) { return http.Get(url) }

type sender func(*http.Request) (*http.Response, error)

type client struct {
	send sender
	do   func(*http.Request) (*http.Response, error)
}

func packageVariable(url string) (int, error) {
	resp, err := get(url) // want `body-not-closed: `
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func packageLiteral(url string) (int, error) {
	resp, err := getLiteral(url) // want `body-not-closed: `
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func parameter(send func(*http.Request) (*http.Response, error), req *http.Request) (int, error) {
	resp, err := send(req) // want `body-not-closed: `
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func namedParameter(send sender, req *http.Request) (int, error) {
	resp, err := send(req) // want `body-not-closed: `
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func passed(c *http.Client, req *http.Request) (int, error) { return namedParameter(c.Do, req) }

func (c *client) namedField(req *http.Request) (int, error) {
	resp, err := c.send(req) // want `body-not-closed: `
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func (c *client) field(req *http.Request) (int, error) {
	resp, err := c.do(req) // want `body-not-closed: `
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func methodValue(c *http.Client, req *http.Request) (int, error) {
	send := c.Do
	resp, err := send(req) // want `body-not-closed: `
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func functionValue(url string) (int, error) {
	fetch := http.Get
	resp, err := fetch(url) // want `body-not-closed: `
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

// The same, in a function that is looked into for another call.
func beside(c *http.Client, req *http.Request) (int, error) {
	first, err := c.Do(req)
	if err != nil {
		return 0, err
	}
	_, _ = io.Copy(io.Discard, first.Body)
	first.Body.Close()
	send := c.Do
	resp, err := send(req) // want `body-not-closed: `
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}
