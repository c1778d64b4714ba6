package options

import (
	"io"
	"net/http"
)

// expect leaves the body to its callers when the status is the one that they name: that is not for them to choose.
func (c *Client) expect(url string, status int) (*http.Response, error) {
	resp, err := c.http.Get(url)
	if err != nil {
		return nil, err
	}
	if resp.StatusCode != status {
		defer resp.Body.Close()
		_, _ = io.Copy(io.Discard, resp.Body)
		return nil, http.ErrNotSupported
	}
	return resp, nil
}

func (c *Client) created(url string) (string, error) {
	resp, err := c.expect(url, http.StatusCreated) // want `body-not-closed: `
	if err != nil {
		return "", err
	}
	return resp.Header.Get("Location"), nil
}

func (c *Client) anyOf(url string, statuses ...int) (*http.Response, error) {
	resp, err := c.http.Get(url)
	if err != nil {
		return nil, err
	}
	for _, status := range statuses {
		if resp.StatusCode == status {
			return resp, nil
		}
	}
	defer resp.Body.Close()
	_, _ = io.Copy(io.Discard, resp.Body)
	return nil, http.ErrNotSupported
}

func (c *Client) accepted(url string) (string, error) {
	resp, err := c.anyOf(url, http.StatusOK, http.StatusAccepted) // want `body-not-closed: `
	if err != nil {
		return "", err
	}
	return resp.Header.Get("Location"), nil
}

// Step is one of those that a caller wants to be done.
type Step struct {
	URL  string
	Fail string
}

// Run reads what it gives, but for steps that are to fail and do not.
func (c *Client) Run(report func(string), steps ...Step) (*http.Response, error) {
	var last *http.Response
	var failed error
	for _, step := range steps {
		step := &step
		last, failed = c.http.Get(step.URL) // want `body-not-closed: `
		if failed != nil {
			continue
		} else if step.Fail != "" {
			report("should fail: " + step.Fail)
			continue
		}
		_, _ = io.Copy(io.Discard, last.Body)
		last.Body.Close()
	}
	return last, failed
}

func (c *Client) all(urls []string) {
	for _, url := range urls {
		_, _ = c.Run(func(string) {}, Step{URL: url})
	}
}
