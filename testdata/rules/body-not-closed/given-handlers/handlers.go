package handlers

import (
	"io"
	"net/http"
)

type handler func(*http.Response, int64) ([]byte, error)

type request struct {
	url    string
	unread bool
	handle handler
	limit  int64
}

type client struct{ http *http.Client }

func readNothing(*http.Response, int64) ([]byte, error) { return nil, nil }

func readAll(resp *http.Response, limit int64) ([]byte, error) { return io.ReadAll(resp.Body) }

// Its callers' functions decide what it hands on.
func (c *client) execute(url string, handle handler, unread bool, limit int64) ([]byte, *http.Response, error) {
	resp, err := c.http.Get(url)
	if err != nil {
		return nil, nil, err
	}
	if !unread {
		defer resp.Body.Close()
	}
	content, err := handle(resp, limit)
	return content, resp, err
}

// A handler that is not given is chosen by the flag that says who closes.
func (c *client) do(params request) ([]byte, *http.Response, error) {
	if params.handle == nil {
		if params.unread {
			params.handle = readNothing
		} else {
			params.handle = readAll
		}
	}
	return c.execute(params.url, params.handle, params.unread, params.limit)
}

func (c *client) download(url string) (*http.Response, error) {
	_, resp, err := c.do(request{url: url, unread: true})
	return resp, err
}

func (c *client) size(url string) (int64, error) {
	resp, err := c.download(url) // want `body-not-closed: resp from c.download`
	if err != nil {
		return 0, err
	}
	return resp.ContentLength, nil
}

func (c *client) touch(url string) {
	resp, _ := c.download(url) // want `body-not-drained: resp from c.download`
	if resp != nil {
		_ = resp.Body.Close()
	}
}

func (c *client) text(url string) ([]byte, error) {
	resp, err := c.download(url)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

// Closed by the function that obtained it.
func (c *client) get(url string) ([]byte, int, error) {
	content, resp, err := c.do(request{url: url})
	if err != nil {
		return nil, 0, err
	}
	return content, resp.StatusCode, nil
}

func (c *client) direct(url string) (int, error) {
	_, resp, err := c.execute(url, readNothing, true, 0) // want `body-not-closed: resp from c.execute`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func (c *client) directRead(url string) ([]byte, int, error) {
	content, resp, err := c.execute(url, readAll, true, 0)
	if err != nil {
		return nil, 0, err
	}
	return content, resp.StatusCode, nil
}

func (c *client) chosen(url string, handle handler) (int, error) {
	if handle == nil {
		handle = readNothing
	}
	_, resp, err := c.execute(url, handle, true, 0) // want `body-not-closed: resp from c.execute`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

// What this one does with the response nobody here knows.
func (c *client) given(url string, handle handler) (int, error) {
	_, resp, err := c.execute(url, handle, true, 0)
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func look(resp *http.Response) { println(resp.StatusCode) }

func shut(resp *http.Response) { resp.Body.Close() }

func observed(url string, observe func(*http.Response)) (*http.Response, error) {
	resp, err := http.Get(url) // want `body-not-drained: resp from http.Get`
	if err != nil {
		return nil, err
	}
	observe(resp)
	return resp, nil
}

func looked(url string) (int, error) {
	resp, err := observed(url, look) // want `body-not-closed: resp from observed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func literal(url string) (int, error) {
	resp, err := observed(url, func(resp *http.Response) { println(resp.Proto) }) // want `body-not-closed: resp from observed`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func closed(url string) (int, error) {
	resp, err := observed(url, shut)
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

// Whether there is an open body is for its own callers to choose.
func (c *client) Content(params request) ([]byte, error) {
	content, _, err := c.do(params)
	return content, err
}

func (c *client) forgotten(url string) ([]byte, error) {
	content, _, err := c.do(request{url: url, unread: true}) // want `body-not-closed: `
	return content, err
}
