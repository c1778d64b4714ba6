package client

import (
	"fmt"
	"io"
	"net/http"
)

type client struct{ http *http.Client }

// Only a response with the status that its caller expects is handed on.
func (c *client) do(req *http.Request, expected int) (*http.Response, error) {
	resp, err := c.http.Do(req)
	if err != nil {
		return nil, err
	}
	if resp.StatusCode != expected {
		text, err := io.ReadAll(resp.Body)
		if err != nil {
			return nil, err
		}
		return nil, fmt.Errorf("status %d: %s", resp.StatusCode, text)
	}
	return resp, nil
}

// 204 has no body.
func (c *client) remove(req *http.Request) error {
	resp, err := c.do(req, http.StatusNoContent)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func (c *client) removeUnseen(req *http.Request) error {
	_, err := c.do(req, 204)
	return err
}

func (c *client) create(req *http.Request) error {
	resp, err := c.do(req, http.StatusCreated) // want `body-not-drained: resp from c.do`
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func (c *client) either(req *http.Request, expected int) error {
	resp, err := c.do(req, expected) // want `body-not-drained: resp from c.do`
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func (c *client) lost(req *http.Request) error {
	_, err := c.do(req, 200) // want `body-not-closed: `
	return err
}

// At least 204 is more than 204.
func (c *client) from(req *http.Request, least int) (*http.Response, error) {
	resp, err := c.http.Do(req)
	if err != nil {
		return nil, err
	}
	if resp.StatusCode < least {
		defer resp.Body.Close()
		text, err := io.ReadAll(resp.Body)
		if err != nil {
			return nil, err
		}
		return nil, fmt.Errorf("status %d: %s", resp.StatusCode, text)
	}
	return resp, nil
}

func (c *client) removeFrom(req *http.Request) error {
	resp, err := c.from(req, http.StatusNoContent) // want `body-not-drained: resp from c.from`
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
