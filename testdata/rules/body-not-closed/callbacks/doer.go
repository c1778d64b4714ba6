package callbacks

import (
	"bytes"
	"io"
	"net/http"
)

// doer has one implementation.
type doer interface {
	do(req *http.Request) (*http.Response, error)
}

type plain struct{ client *http.Client }

func (p plain) do(req *http.Request) (*http.Response, error) { return p.client.Do(req) }

// fetcher has two: one of them keeps what it has read in memory.
type fetcher interface {
	fetch(url string) (*http.Response, error)
}

type direct struct{}

func (direct) fetch(url string) (*http.Response, error) { return http.Get(url) }

type cached struct {
	inner   fetcher
	content map[string][]byte
}

func (c *cached) fetch(url string) (*http.Response, error) {
	if content, ok := c.content[url]; ok {
		return &http.Response{StatusCode: http.StatusOK, Body: io.NopCloser(bytes.NewReader(content))}, nil
	}
	resp, err := c.inner.fetch(url)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	content, err := io.ReadAll(resp.Body)
	if err != nil {
		return nil, err
	}
	c.content[url] = content
	resp.Body = io.NopCloser(bytes.NewReader(content))
	return resp, nil
}

// finisher is what is done with a response.
type finisher interface {
	finish(resp *http.Response)
}

type drainer struct{}

func (drainer) finish(resp *http.Response) {
	_, _ = io.Copy(io.Discard, resp.Body)
	_ = resp.Body.Close()
}

func throughOne(d doer, req *http.Request) (int, error) {
	resp, err := d.do(req) // want `body-not-closed: `
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func throughOneClosed(d doer, req *http.Request) ([]byte, error) {
	resp, err := d.do(req)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

func throughTwo(f fetcher, url string) (int, error) {
	resp, err := f.fetch(url) // want `body-not-closed: `
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func throughTwoClosed(f fetcher, url string) ([]byte, error) {
	resp, err := f.fetch(url)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

func finished(f finisher, url string) (int, error) {
	resp, err := http.Get(url)
	if err != nil {
		return 0, err
	}
	defer f.finish(resp)
	return resp.StatusCode, nil
}
