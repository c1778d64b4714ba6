// Package manyfacts has a function in which so much is known of values that not all of it can be kept.
package manyfacts

import (
	"context"
	"errors"
	"io"
	"net/http"
	"net/url"
	"strings"
	"time"
)

// Options say how a request is to be made, and whether the caller reads the body itself.
type Options struct {
	Method      string
	Path        string
	Body        io.Reader
	ContentType string
	Ignored     []int
	Stream      bool
}

type Response struct {
	Status int
	Text   []byte
	Reader io.ReadCloser
}

type Client struct {
	client  *http.Client
	user    string
	agent   string
	host    string
	cookie  string
	retries int
	bases   []string
}

// isOver tells whether a request was given up: there is no error when there is none.
func isOver(err error) bool {
	if err == context.Canceled || err == context.DeadlineExceeded {
		return true
	}
	if failed, ok := err.(*url.Error); ok {
		return failed.Timeout() || isOver(failed.Err)
	}
	return false
}

func isRefused(err error) bool {
	_, ok := err.(*url.Error)
	return ok
}

func check(resp *http.Response, ignored ...int) error {
	if resp.StatusCode >= 200 && resp.StatusCode <= 299 {
		return nil
	}
	for _, code := range ignored {
		if code == resp.StatusCode {
			return nil
		}
	}
	return errors.New(resp.Status)
}

func answer(resp *http.Response, stream bool) (*Response, error) {
	given := &Response{Status: resp.StatusCode}
	if stream {
		given.Reader = resp.Body
		return given, nil
	}
	text, err := io.ReadAll(resp.Body)
	if err != nil {
		return nil, err
	}
	given.Text = text
	return given, nil
}

func (c *Client) base(attempt int) (string, error) {
	if attempt >= len(c.bases) {
		return "", errors.New("no base left")
	}
	return c.bases[attempt], nil
}

// Perform closes the body unless it is to be streamed.
func (c *Client) Perform(ctx context.Context, opt Options) (*Response, error) {
	hasUser := c.user != ""
	hasAgent := c.agent != ""
	hasHost := c.host != ""
	hasCookie := c.cookie != ""
	slow := false
	if opt.Method == "GET" && opt.Body != nil {
		opt.Method = "POST"
	}
	var given *Response
	for attempt := 0; ; attempt++ {
		base, err := c.base(attempt)
		if err != nil {
			return nil, err
		}
		req, err := http.NewRequestWithContext(ctx, opt.Method, base+opt.Path, opt.Body)
		if err != nil {
			return nil, err
		}
		if hasUser {
			req.SetBasicAuth(c.user, "")
		}
		if hasAgent {
			req.Header.Set("User-Agent", c.agent)
		}
		if hasHost {
			req.Host = c.host
		}
		if hasCookie {
			req.Header.Set("Cookie", c.cookie)
		}
		if opt.ContentType != "" {
			req.Header.Set("Content-Type", opt.ContentType)
		}
		if slow {
			time.Sleep(time.Second)
		}
		resp, err := c.client.Do(req)
		if isOver(err) {
			return nil, err
		}
		if err != nil {
			slow = true
			if attempt < c.retries {
				continue
			}
			return nil, err
		}
		if !opt.Stream {
			defer resp.Body.Close()
		}
		if err := check(resp, opt.Ignored...); err != nil {
			given, _ = answer(resp, opt.Stream)
			return given, err
		}
		given, err = answer(resp, opt.Stream)
		if err != nil {
			return nil, err
		}
		break
	}
	return given, nil
}

func (c *Client) Text(ctx context.Context, path string) (string, error) {
	resp, err := c.Perform(ctx, Options{Method: "GET", Path: path})
	if err != nil {
		return "", err
	}
	return string(resp.Text), nil
}

func (c *Client) Put(ctx context.Context, path, text string) (int, error) {
	resp, err := c.Perform(ctx, Options{
		Method:      "PUT",
		Path:        path,
		Body:        strings.NewReader(text),
		ContentType: "text/plain",
		Ignored:     []int{http.StatusConflict},
	})
	if err != nil {
		return 0, err
	}
	return resp.Status, nil
}

func (c *Client) Start(ctx context.Context, path string) (byte, error) {
	resp, err := c.Perform(ctx, Options{Method: "GET", Path: path, Stream: true}) // want "body-not-closed: "
	if err != nil {
		return 0, err
	}
	var first [1]byte
	_, err = resp.Reader.Read(first[:])
	return first[0], err
}

// Without an error, none is a refusal.
func (c *Client) reached(url string) (string, error) {
	resp, err := c.client.Get(url)
	if isRefused(err) {
		return "", err
	}
	if err != nil {
		return "", err
	}
	text, err := io.ReadAll(resp.Body)
	return string(text), err
}
