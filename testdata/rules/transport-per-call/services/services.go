// Package services sends messages through services that are found by name.
package services

import (
	"crypto/tls"
	"errors"
	"io"
	"net/http"
	"strings"
)

// Service sends messages.
type Service interface {
	Configure(address string, insecure bool) error
	Send(message string) error
}

var makers = map[string]func() Service{
	"post": func() Service { return &poster{} },
	"put":  func() Service { return new(putter) },
}

// poster makes a transport of its own.
type poster struct {
	address string
	client  *http.Client
}

func (p *poster) Configure(address string, insecure bool) error {
	p.address = address
	p.client = http.DefaultClient
	if insecure {
		p.client = &http.Client{
			Transport: &http.Transport{ForceAttemptHTTP2: true, TLSClientConfig: &tls.Config{InsecureSkipVerify: true}}, // want `transport-per-call: .*each call of Send`
		}
	}
	return nil
}

func (p *poster) Send(message string) error {
	resp, err := p.client.Post(p.address, "text/plain", strings.NewReader(message))
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	_, err = io.Copy(io.Discard, resp.Body)
	return err
}

// putter uses the transport of all.
type putter struct {
	address string
	client  http.Client
}

func (p *putter) Configure(address string, _ bool) error {
	p.address = address
	return nil
}

func (p *putter) Send(message string) error {
	req, err := http.NewRequest(http.MethodPut, p.address, strings.NewReader(message))
	if err != nil {
		return err
	}
	resp, err := p.client.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	_, err = io.Copy(io.Discard, resp.Body)
	return err
}

func locate(kind, address string, insecure bool) (Service, error) {
	maker, ok := makers[kind]
	if !ok {
		return nil, errors.New("no such service")
	}
	service := maker()
	if err := service.Configure(address, insecure); err != nil {
		return nil, err
	}
	return service, nil
}

// Send makes a service for each message.
func Send(kind, address, message string) error {
	service, err := locate(kind, address, true)
	if err != nil {
		return err
	}
	return service.Send(message)
}

// Router keeps its services.
type Router struct {
	services []Service
	spare    map[string]*spare
}

// Add locates a service and keeps it.
func (r *Router) Add(kind, address string) error {
	service, err := locate(kind, address, true)
	if err == nil {
		r.services = append(r.services, service)
	}
	return err
}

// SendAll sends a message through all services.
func (r *Router) SendAll(message string) error {
	for _, service := range r.services {
		if err := service.Send(message); err != nil {
			return err
		}
	}
	return nil
}

// spare is configured once for each address, wherever that is done.
type spare struct{ client *http.Client }

func (s *spare) configure() {
	s.client = &http.Client{Transport: &http.Transport{}}
}

// SendSpare keeps what it configures.
func (r *Router) SendSpare(address, message string) error {
	s := r.spare[address]
	if s == nil {
		s = &spare{}
		s.configure()
		r.spare[address] = s
	}
	resp, err := s.client.Post(address, "text/plain", strings.NewReader(message))
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	_, err = io.Copy(io.Discard, resp.Body)
	return err
}
