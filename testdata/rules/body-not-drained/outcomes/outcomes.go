// Package outcomes shows helpers that do one thing on success and another on failure.
package outcomes

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httputil"
	"os"
)

type Client struct {
	http  *http.Client
	debug bool
}

// problem reads what an error status says; it reads nothing on success.
func problem(resp *http.Response) error {
	if resp.StatusCode < 400 {
		return nil
	}
	content, err := io.ReadAll(resp.Body)
	if err != nil {
		return err
	}
	return fmt.Errorf("%s: %s", resp.Status, content)
}

// accept reads nothing.
func accept(resp *http.Response, codes ...int) error {
	for _, code := range codes {
		if resp.StatusCode == code {
			return nil
		}
	}
	return errors.New(resp.Status)
}

// unmarshal reads all when there is a value to fill.
func unmarshal(resp *http.Response, value any) error {
	if value == nil {
		return nil
	}
	content, err := io.ReadAll(resp.Body)
	if err != nil {
		return err
	}
	return json.Unmarshal(content, value)
}

func finish(resp *http.Response) error { return errors.Join(drain(resp.Body), resp.Body.Close()) }

func drain(reader io.Reader) error {
	_, err := io.Copy(io.Discard, reader)
	return err
}

func (c *Client) put(req *http.Request) error {
	resp, err := c.http.Do(req) // want `body-not-drained: `
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	return problem(resp)
}

func (c *Client) putDrained(req *http.Request) error {
	resp, err := c.http.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if err := problem(resp); err != nil {
		return err
	}
	return drain(resp.Body)
}

func (c *Client) get(req *http.Request, value any) error {
	resp, err := c.http.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if err := problem(resp); err != nil {
		return err
	}
	content, err := io.ReadAll(resp.Body)
	if err != nil {
		return err
	}
	return json.Unmarshal(content, value)
}

func (c *Client) accepted(req *http.Request, value *string) error {
	resp, err := c.http.Do(req) // want `body-not-drained: `
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if err := accept(resp, http.StatusOK, http.StatusCreated); err != nil {
		return err
	}
	return unmarshal(resp, value)
}

func (c *Client) acceptedFinished(req *http.Request, value *string) (err error) {
	resp, err := c.http.Do(req)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, finish(resp)) }()
	if err := accept(resp, http.StatusOK, http.StatusCreated); err != nil {
		return err
	}
	return unmarshal(resp, value)
}

func (c *Client) withoutValue(req *http.Request) error {
	resp, err := c.http.Do(req) // want `body-not-drained: `
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	return unmarshal(resp, nil)
}

func (c *Client) dumped(req *http.Request) error {
	resp, err := c.http.Do(req) // want `body-not-drained: `
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if c.debug {
		if dump, err := httputil.DumpResponse(resp, false); err == nil {
			os.Stderr.Write(dump)
		}
	}
	return accept(resp, http.StatusOK)
}

func (c *Client) dumpedWhole(req *http.Request) (string, error) {
	resp, err := c.http.Do(req)
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	dump, err := httputil.DumpResponse(resp, true)
	return string(dump), err
}

// After the swap the caller has nothing to read from the connection.
func (c *Client) buffered(req *http.Request) (*http.Response, error) {
	resp, err := c.http.Do(req)
	if err != nil {
		return nil, err
	}
	defer func(body io.Closer) { _ = body.Close() }(resp.Body)
	var content bytes.Buffer
	if _, err := io.Copy(&content, resp.Body); err != nil {
		return nil, err
	}
	resp.Body = io.NopCloser(&content)
	return resp, nil
}

func (c *Client) usesBuffered(req *http.Request) (int, error) {
	resp, err := c.buffered(req)
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	return resp.StatusCode, nil
}

func (c *Client) exists(url string) (bool, error) {
	resp, err := c.http.Get(url) // want `body-not-drained: `
	if err != nil {
		return false, err
	}
	defer func() {
		if closeErr := resp.Body.Close(); closeErr != nil && err == nil {
			err = closeErr
		}
	}()
	switch {
	case resp.StatusCode == http.StatusNotFound:
		return false, nil
	case resp.StatusCode >= 400:
		return false, problem(resp)
	default:
		return true, drain(resp.Body)
	}
}

func (c *Client) existsDrained(url string) (bool, error) {
	resp, err := c.http.Get(url)
	if err != nil {
		return false, err
	}
	defer finish(resp)
	switch {
	case resp.StatusCode == http.StatusNotFound:
		return false, nil
	case resp.StatusCode >= 400:
		return false, problem(resp)
	}
	return true, nil
}

func (c *Client) closedTwice(url string) (content []byte, err error) {
	resp, err := c.http.Get(url)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		_ = drain(resp.Body)
		resp.Body.Close()
		return nil, errors.New(resp.Status)
	}
	content, err = io.ReadAll(resp.Body)
	resp.Body.Close()
	return content, err
}
