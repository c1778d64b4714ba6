// Package service uses the client of httpx.
package service

import (
	"io"
	"net/http"

	"example.com/packages/httpx"
)

type getter interface {
	Get(url string) (*http.Response, error)
}

type Service struct {
	client *httpx.Client
	getter getter
}

func (s *Service) remove(url string) error {
	resp, err := s.client.Delete(url) // want `body-not-drained: `
	if err != nil {
		return err
	}
	httpx.CloseQuietly(resp.Body)
	return nil
}

func (s *Service) removeDrained(url string) error {
	resp, err := s.client.Delete(url)
	if err != nil {
		return err
	}
	httpx.Discard(resp)
	return nil
}

func (s *Service) forget(url string) error {
	_, err := s.client.Delete(url) // want `body-not-closed: `
	return err
}

func (s *Service) read(url string) ([]byte, error) {
	resp, err := s.client.Get(url)
	if err != nil {
		return nil, err
	}
	defer httpx.CloseQuietly(resp.Body)
	return io.ReadAll(resp.Body)
}

func (s *Service) etag(url string) (string, error) {
	resp, err := s.getter.Get(url) // want `body-not-drained: `
	if err != nil {
		return "", err
	}
	defer httpx.CloseQuietly(resp.Body)
	return resp.Header.Get("Etag"), nil
}

func (s *Service) etagDrained(url string) (string, error) {
	resp, err := s.getter.Get(url)
	defer httpx.Discard(resp)
	if err != nil {
		return "", err
	}
	return resp.Header.Get("Etag"), nil
}
