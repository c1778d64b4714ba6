// Package registry shows responses that pass through functions with several results.
package registry

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"time"
)

type Client struct {
	http    *http.Client
	address string
}

func (c *Client) newRequest(method, path string) *http.Request {
	req, err := http.NewRequest(method, c.address+path, nil)
	if err != nil {
		panic(err)
	}
	return req
}

func (c *Client) doRequest(req *http.Request) (time.Duration, *http.Response, error) {
	start := time.Now()
	resp, err := c.http.Do(req)
	return time.Since(start), resp, err
}

// requireOK closes what it refuses.
func requireOK(elapsed time.Duration, resp *http.Response, err error) (time.Duration, *http.Response, error) {
	if err != nil {
		if resp != nil {
			resp.Body.Close()
		}
		return elapsed, nil, err
	}
	if resp.StatusCode != http.StatusOK {
		return elapsed, nil, unexpected(resp)
	}
	return elapsed, resp, nil
}

func unexpected(resp *http.Response) error {
	defer resp.Body.Close()
	content, err := io.ReadAll(resp.Body)
	if err != nil {
		return fmt.Errorf("%s: %w", resp.Status, err)
	}
	return fmt.Errorf("%s: %s", resp.Status, content)
}

// acceptOK forgets what it refuses.
func acceptOK(elapsed time.Duration, resp *http.Response, err error) (*http.Response, error) {
	if err != nil {
		return nil, err
	}
	if resp.StatusCode != http.StatusOK {
		return nil, errors.New(resp.Status)
	}
	return resp, nil
}

func closeBody(resp *http.Response) {
	_, _ = io.Copy(io.Discard, resp.Body)
	_ = resp.Body.Close()
}

func (c *Client) Nodes() (nodes []string, elapsed time.Duration, err error) {
	elapsed, resp, err := requireOK(c.doRequest(c.newRequest(http.MethodGet, "/nodes")))
	if err != nil {
		return nil, 0, err
	}
	defer closeBody(resp)
	err = json.NewDecoder(resp.Body).Decode(&nodes)
	return nodes, elapsed, err
}

func (c *Client) Leader() (string, error) {
	_, resp, err := requireOK(c.doRequest(c.newRequest(http.MethodGet, "/leader"))) // want `body-not-closed: `
	if err != nil {
		return "", err
	}
	return resp.Header.Get("Leader"), nil
}

func (c *Client) Deregister(node string) error {
	_, _, err := requireOK(c.doRequest(c.newRequest(http.MethodDelete, "/nodes/"+node))) // want `body-not-closed: `
	return err
}

func (c *Client) Register(node string) (time.Duration, error) {
	elapsed, resp, err := requireOK(c.doRequest(c.newRequest(http.MethodPut, "/nodes/"+node))) // want `body-not-drained: `
	if err != nil {
		return 0, err
	}
	resp.Body.Close()
	return elapsed, nil
}

func (c *Client) Peers() ([]byte, error) {
	resp, err := acceptOK(c.doRequest(c.newRequest(http.MethodGet, "/peers"))) // want `body-not-closed: `
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

func (c *Client) Checks() ([]byte, error) {
	_, resp, err := c.doRequest(c.newRequest(http.MethodGet, "/checks"))
	if err != nil {
		return nil, err
	}
	_, resp, err = requireOK(0, resp, nil)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}
