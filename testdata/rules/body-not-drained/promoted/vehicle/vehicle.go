// Package vehicle asks through a client that is promoted to it: it imports no net/http.
package vehicle

import (
	"strings"

	"example.com/promoted/request"
)

type service struct {
	*request.Helper
	address string
}

func newService(address string) *service { return &service{Helper: request.New(), address: address} }

func (s *service) wakeUp() error {
	resp, err := s.Post(s.address, "text/plain", strings.NewReader("wake up")) // want `body-not-drained: `
	if err == nil {
		resp.Body.Close()
	}
	return err
}

func ping(address string) error {
	resp, err := request.New().Get(address) // want `body-not-drained: `
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Fleet can do what its helper does.
type Fleet struct {
	request.Helper
}

// NewFleet makes a fleet.
func NewFleet() *Fleet { return &Fleet{Helper: *request.New()} }
