// Package options shows clients whose callers choose who closes the body.
package options

import (
	"encoding/json"
	"io"
	"net/http"
)

type Options struct {
	URL      string
	Target   any
	KeepBody bool
}

type Client struct {
	http  *http.Client
	trace bool
	seen  int
}

// Request leaves the body to its callers only if they ask for that.
func (c *Client) Request(options *Options) (*http.Response, error) {
	resp, err := c.http.Get(options.URL)
	if err != nil {
		return nil, err
	}
	if options.Target != nil {
		defer resp.Body.Close()
		content, err := io.ReadAll(resp.Body)
		if err != nil {
			return nil, err
		}
		return resp, json.Unmarshal(content, options.Target)
	}
	if !options.KeepBody {
		defer resp.Body.Close()
		_, err := io.Copy(io.Discard, resp.Body)
		return resp, err
	}
	return resp, nil
}

// What the options are is not followed: nothing is said.
func (c *Client) Status(url string) (int, error) {
	resp, err := c.Request(&Options{URL: url})
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

// Open always leaves the body to its callers, whatever the client is set to.
func (c *Client) Open(url string) (*http.Response, error) {
	resp, err := c.http.Get(url)
	if err != nil {
		return nil, err
	}
	if c.trace {
		c.seen++
	}
	if resp.StatusCode >= 400 {
		defer resp.Body.Close()
		_, err := io.Copy(io.Discard, resp.Body)
		return nil, err
	}
	return resp, nil
}

func (c *Client) Code(url string) (int, error) {
	resp, err := c.Open(url) // want `body-not-closed: `
	if err != nil || resp == nil {
		return 0, err
	}
	return resp.StatusCode, nil
}
