// Package clients makes clients.
package clients

import "net/http"

// Pool has a client for all.
type Pool struct {
	Client *http.Client
}

func New() *http.Client { return &http.Client{} }
