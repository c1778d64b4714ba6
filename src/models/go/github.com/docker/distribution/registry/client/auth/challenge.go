// Package challenge: signatures of github.com/docker/distribution/registry/client/auth/challenge.
package challenge

import (
	"net/http"
	"net/url"
)

func NewSimpleManager() Manager

func ResponseChallenges(resp *http.Response) []Challenge

type Challenge struct {
	Scheme     string
	Parameters map[string]string
}

type Manager interface {
	AddResponse(resp *http.Response) error
	GetChallenges(endpoint url.URL) ([]Challenge, error)
}
