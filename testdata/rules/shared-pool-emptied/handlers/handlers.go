// Package handlers empties pools while it serves requests.
package handlers

import (
	"io"
	"net/http"
)

type server struct {
	backend *http.Client
}

func (s *server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodGet {
		http.Error(w, "only GET", http.StatusMethodNotAllowed)
		return
	}
	s.forward(w, "http://backend.internal"+r.URL.Path)
}

func (s *server) forward(w http.ResponseWriter, url string) {
	defer s.tidy()
	resp, err := s.backend.Get(url)
	if err != nil {
		w.WriteHeader(http.StatusBadGateway)
		return
	}
	defer resp.Body.Close()
	_, _ = io.Copy(w, resp.Body)
}

func (s *server) tidy() {
	s.backend.CloseIdleConnections() // want `shared-pool-emptied: .* for each request that reaches server.ServeHTTP: `
}

func proxy(client *http.Client, url string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		defer client.CloseIdleConnections() // want `shared-pool-emptied: `
		resp, err := client.Get(url)
		if err != nil {
			w.WriteHeader(http.StatusBadGateway)
			return
		}
		defer resp.Body.Close()
		_, _ = io.Copy(w, resp.Body)
	}
}

// A transport for one request is emptied rightly, if it has to be made at all.
func single(w http.ResponseWriter, r *http.Request) {
	transport := &http.Transport{Proxy: http.ProxyFromEnvironment}
	defer transport.CloseIdleConnections()
	client := &http.Client{Transport: transport}
	resp, err := client.Get("http://backend.internal/")
	if err != nil {
		w.WriteHeader(http.StatusBadGateway)
		return
	}
	defer resp.Body.Close()
	_, _ = io.Copy(w, resp.Body)
}

// The pool is emptied at a request of the operator; nothing is sent over it here.
func (s *server) reset(w http.ResponseWriter, r *http.Request) {
	s.backend.CloseIdleConnections()
	w.WriteHeader(http.StatusNoContent)
}

// Only after an error: the connections may be dead.
func (s *server) careful(w http.ResponseWriter, r *http.Request) {
	resp, err := s.backend.Get("http://backend.internal/")
	if err != nil {
		s.backend.CloseIdleConnections()
		w.WriteHeader(http.StatusBadGateway)
		return
	}
	defer resp.Body.Close()
	if resp.StatusCode == http.StatusMisdirectedRequest {
		s.backend.CloseIdleConnections()
	}
	_, _ = io.Copy(w, resp.Body)
}

var _ = []any{proxy, single}
