// Package options has operations that each gather their options anew.
package options

import (
	"crypto/tls"
	"io"
	"net/http"
)

type settings struct {
	insecure  bool
	transport http.RoundTripper
	agent     string
	hooks     []func(*http.Request)
}

// Option changes how an operation is done.
type Option func(*settings)

// WithTransport uses a transport of the caller.
func WithTransport(transport http.RoundTripper) Option {
	return func(s *settings) { s.transport = transport }
}

// WithAgent says who asks.
func WithAgent(agent string) Option {
	return func(s *settings) { s.agent = agent }
}

// Insecure does not verify certificates.
func Insecure(s *settings) { s.insecure = true }

func gather(options []Option) *settings {
	s := &settings{}
	for _, option := range options {
		option(s)
	}
	if s.insecure && s.transport == nil {
		transport := &http.Transport{ForceAttemptHTTP2: true} // want `transport-per-call: .*gather returns is made anew by each call of Fetch`
		transport.TLSClientConfig = &tls.Config{InsecureSkipVerify: true}
		WithTransport(transport)(s)
	} else if s.transport == nil {
		s.transport = http.DefaultTransport
	}
	return s
}

// Fetch is an operation with options of its own.
func Fetch(url string, options ...Option) ([]byte, error) {
	return gather(options).get(url)
}

func (s *settings) get(url string) ([]byte, error) {
	req, err := http.NewRequest(http.MethodGet, url, nil)
	if err != nil {
		return nil, err
	}
	for _, hook := range s.hooks {
		hook(req)
	}
	resp, err := (&http.Client{Transport: s.transport}).Do(req)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

// pinned passes a transport to an operation as an option.
func pinned(url string) ([]byte, error) {
	transport := &http.Transport{} // want `transport-per-call: .*each call of pinned`
	options := []Option{WithAgent("pinned"), WithTransport(transport)}
	return Fetch(url, options...)
}

// Pinned is another operation.
func Pinned(url string) ([]byte, error) { return pinned(url) }

// Source keeps its settings, made from options once.
type Source struct{ settings *settings }

// NewSource gathers options that the source keeps.
func NewSource(options ...Option) *Source { return &Source{settings: gather(options)} }

// Get uses what the source keeps.
func (s *Source) Get(url string) ([]byte, error) { return s.settings.get(url) }

var fallback = &http.Transport{}

// Shared gives the transport of the package to an operation.
func Shared(url string) ([]byte, error) { return Fetch(url, WithTransport(fallback)) }

// Setting is an option with a method.
type Setting interface{ set(s *settings) }

type transportSetting struct{ transport http.RoundTripper }

func (t transportSetting) set(s *settings) { s.transport = t.transport }

// Over uses a transport.
func Over(transport http.RoundTripper) Setting { return transportSetting{transport} }

// Read is an operation with settings.
func Read(url string, all ...Setting) ([]byte, error) {
	s := settings{transport: http.DefaultTransport}
	for _, each := range all {
		each.set(&s)
	}
	return s.get(url)
}

// Unverified makes a transport for its one request.
func Unverified(url string) ([]byte, error) {
	return Read(url, Over(&http.Transport{ForceAttemptHTTP2: true, TLSClientConfig: &tls.Config{InsecureSkipVerify: true}})) // want `transport-per-call: .*each call of Unverified`
}

// Verified shares one.
func Verified(url string) ([]byte, error) { return Read(url, Over(fallback)) }
