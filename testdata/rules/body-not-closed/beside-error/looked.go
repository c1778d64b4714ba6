package beside

import (
	"errors"
	"fmt"
	"io"
	"net/http"
)

// Session gives responses of any status; those that are not good come with an error.
type Session struct {
	client *http.Client
}

// Get is called by those who look at what comes with an error, and by those who do not.
func (s *Session) Get(url string) (*http.Response, error) {
	req, err := http.NewRequest(http.MethodGet, url, nil)
	if err != nil {
		return nil, err
	}
	return s.send(req)
}

func (s *Session) send(req *http.Request) (*http.Response, error) {
	resp, err := s.client.Do(req)
	if err != nil {
		return nil, err
	}
	if resp.StatusCode != http.StatusOK {
		return resp, fmt.Errorf("unexpected status %s", resp.Status)
	}
	return resp, nil
}

// Discard reads a response to its end.
func (s *Session) Discard(resp *http.Response) {
	if resp == nil {
		return
	}
	if _, err := io.Copy(io.Discard, resp.Body); err != nil {
		return
	}
	resp.Body.Close()
}

func (s *Session) careful(url string) error {
	resp, err := s.Get(url)
	if err != nil {
		s.Discard(resp)
		return err
	}
	s.Discard(resp)
	return nil
}

func (s *Session) careless(url string) error {
	resp, err := s.Get(url) // want `body-not-closed: `
	if err != nil {
		return err
	}
	s.Discard(resp)
	return nil
}

func (s *Session) missing(url string) (string, error) {
	resp, err := s.Get(url) // want `body-not-closed: `
	isMissing := resp != nil && resp.StatusCode == http.StatusNotFound
	if err != nil {
		if !isMissing {
			s.Discard(resp)
		}
		return "", err
	}
	defer resp.Body.Close()
	content, err := io.ReadAll(resp.Body)
	return string(content), err
}

func (s *Session) again(url string) error {
	resp, err := s.Get(url) // want `body-not-closed: `
	if err != nil && resp != nil && resp.StatusCode == http.StatusForbidden {
		resp, err = s.Get(url + "/public")
	}
	if err != nil {
		s.Discard(resp)
		return err
	}
	s.Discard(resp)
	return nil
}

func (s *Session) deferred(url string) ([]byte, error) {
	resp, err := s.Get(url)
	defer s.Discard(resp)
	if err != nil {
		return nil, err
	}
	return io.ReadAll(resp.Body)
}

// forgiven gives what it got when the status is not that bad.
func (s *Session) forgiven(url string) (*http.Response, error) {
	resp, err := s.Get(url)
	if err != nil && resp != nil && resp.StatusCode == http.StatusTeapot {
		return resp, nil
	}
	return resp, err
}

func (s *Session) poured(url string) (string, error) {
	resp, err := s.forgiven(url) // want `body-not-closed: `
	if err != nil {
		s.Discard(resp)
		return "", err
	}
	return resp.Status, nil
}

var errRefused = errors.New("refused")

// rejected is looked at by nobody when it comes with an error: it is at fault itself.
func rejected(url string) (*http.Response, error) {
	resp, err := http.Get(url) // want `body-not-closed: `
	if err != nil {
		return nil, err
	}
	if resp.StatusCode >= http.StatusBadRequest {
		return resp, errRefused
	}
	return resp, nil
}

func accepted(url string) ([]byte, error) {
	resp, err := rejected(url)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

// opener has several implementations: only one of them gives a response beside an error.
type opener interface {
	open(url string) (*http.Response, error)
}

type checked struct{ session *Session }

func (c checked) open(url string) (*http.Response, error) { return c.session.Get(url) }

type bare struct{}

func (bare) open(url string) (*http.Response, error) { return http.Get(url) }

func opened(o opener, url string) error {
	resp, err := o.open(url)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	_, err = io.Copy(io.Discard, resp.Body)
	return err
}
