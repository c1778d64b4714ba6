package closeonly

import (
	"net/http"
	"strings"
)

type service struct{ client *http.Client }

func deferred(url string) (int, error) {
	resp, err := http.Get(url) // want `body-not-drained: `
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	return resp.StatusCode, nil
}

func explicit(url string) (int, error) {
	resp, err := http.Post(url, "text/plain", strings.NewReader("hello")) // want `body-not-drained: `
	if err != nil {
		return 0, err
	}
	resp.Body.Close()
	return resp.StatusCode, nil
}

func deferredClosure(url string) (int, error) {
	resp, err := http.DefaultClient.Get(url) // want `body-not-drained: `
	if err != nil {
		return 0, err
	}
	defer func() { _ = resp.Body.Close() }()
	return resp.StatusCode, nil
}

func closure(url string) (int, error) {
	resp, err := http.Get(url) // want `body-not-drained: `
	if err != nil {
		return 0, err
	}
	done := func() { resp.Body.Close() }
	defer done()
	return resp.StatusCode, nil
}

func (s *service) alias(req *http.Request) (string, error) {
	resp, err := s.client.Do(req) // want `body-not-drained: `
	if err != nil {
		return "", err
	}
	body := resp.Body
	defer body.Close()
	return resp.Header.Get("Location"), nil
}

func roundTrip(transport http.RoundTripper, req *http.Request) error {
	resp, err := transport.RoundTrip(req) // want `body-not-drained: `
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
