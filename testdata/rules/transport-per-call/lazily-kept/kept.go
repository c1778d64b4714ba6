// Package kept makes transports when they are first needed and keeps them.
package kept

import (
	"io"
	"net/http"
	"sync"
)

// Service makes its client behind a guard.
type Service struct {
	mutex  sync.Mutex
	client *http.Client
}

func (s *Service) http() *http.Client {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	if s.client == nil {
		s.client = &http.Client{Transport: &http.Transport{}}
	}
	return s.client
}

// SetInsecure exchanges the client.
func (s *Service) SetInsecure() {
	s.client = &http.Client{Transport: &http.Transport{ForceAttemptHTTP2: true}}
}

// Get uses the client that the service keeps.
func (s *Service) Get(url string) error { return read(s.http(), url) }

var (
	mutex  sync.Mutex
	byHost = map[string]*http.Client{}
	stored sync.Map
)

func clientFor(host string) *http.Client {
	mutex.Lock()
	defer mutex.Unlock()
	client, ok := byHost[host]
	if !ok {
		client = &http.Client{Transport: &http.Transport{}}
		byHost[host] = client
	}
	return client
}

func storedFor(host string) *http.Client {
	client, _ := stored.LoadOrStore(host, &http.Client{Transport: &http.Transport{}})
	return client.(*http.Client)
}

// GetAll keeps one client for each host.
func GetAll(hosts []string) error {
	for _, host := range hosts {
		if err := read(clientFor(host), "http://"+host); err != nil {
			return err
		}
		if err := read(storedFor(host), "http://"+host); err != nil {
			return err
		}
	}
	return nil
}

var once = sync.OnceValue(func() *http.Client {
	return &http.Client{Transport: &http.Transport{}}
})

// GetOnce uses the one client of the package.
func GetOnce(url string) error { return read(once(), url) }

// Option changes a Service.
type Option func(*Service)

// WithTransport uses another transport.
func WithTransport(transport http.RoundTripper) Option {
	return func(s *Service) { s.client = &http.Client{Transport: transport} }
}

// Insecure uses a transport of its own.
func Insecure() Option { return WithTransport(&http.Transport{}) }

// New makes a Service. Who calls it decides how many transports there are.
func New(options ...Option) *Service {
	service := &Service{client: &http.Client{Transport: &http.Transport{}}}
	for _, option := range options {
		option(service)
	}
	return service
}

// Handler serves every request with one client.
func Handler(base string) http.Handler {
	client := &http.Client{Transport: &http.Transport{}}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if err := read(client, base+r.URL.Path); err != nil {
			http.Error(w, err.Error(), http.StatusBadGateway)
		}
	})
}

// Sequence makes the client when the first URL needs it.
func Sequence(urls []string) error {
	var client *http.Client
	for _, url := range urls {
		if client == nil {
			client = &http.Client{Transport: &http.Transport{}}
		}
		if err := read(client, url); err != nil {
			return err
		}
	}
	return nil
}

func read(client *http.Client, url string) error {
	resp, err := client.Get(url) // want `idle-pool-too-small: All requests that Handler.func1 serves at once .*, unless the server speaks HTTP/2`
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	_, err = io.Copy(io.Discard, resp.Body)
	return err
}
