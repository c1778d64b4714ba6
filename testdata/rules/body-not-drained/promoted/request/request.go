// Package request has a client that others embed.
package request

import "net/http"

// Helper can do what its client does.
type Helper struct {
	*http.Client
}

// New makes a helper.
func New() *Helper { return &Helper{Client: &http.Client{}} }
