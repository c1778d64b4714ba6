package fetch

import (
	"fmt"
	"net/http"
	"net/url"
	"strings"
)

var client = &http.Client{}

type service struct {
	client    *http.Client
	transport http.RoundTripper
}

func statusOfGet(address string) (int, error) {
	resp, err := http.Get(address) // want `body-not-closed: `
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func statusOfPost(address string) (string, error) {
	resp, err := http.Post(address, "text/plain", strings.NewReader("hello")) // want `body-not-closed: `
	if err != nil {
		return "", err
	}
	return resp.Status, nil
}

func postForm(address string) error {
	resp, err := http.PostForm(address, url.Values{"key": {"value"}}) // want `body-not-closed: `
	if err != nil {
		return err
	}
	if resp.StatusCode != http.StatusOK {
		return fmt.Errorf("status %d", resp.StatusCode)
	}
	return nil
}

func packageClient(req *http.Request) error {
	resp, err := client.Do(req) // want `body-not-closed: `
	if err != nil {
		return err
	}
	_ = resp
	return nil
}

func (s *service) fieldClient(address string) bool {
	resp, err := s.client.Get(address) // want `body-not-closed: `
	return err == nil && resp.StatusCode == http.StatusOK
}

func (s *service) roundTrip(req *http.Request) (http.Header, error) {
	resp, err := s.transport.RoundTrip(req) // want `body-not-closed: `
	if err != nil {
		return nil, err
	}
	return resp.Header, nil
}

func parameterClient(c http.Client, address string) error {
	resp, err := c.Get(address) // want `body-not-closed: `
	if err != nil {
		return err
	}
	fmt.Println(resp.Proto)
	return nil
}
