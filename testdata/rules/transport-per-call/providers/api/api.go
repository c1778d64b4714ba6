// Package api says what providers are.
package api

// Client reads secrets.
type Client interface {
	Validate() error
	Read(key string) error
}

// Provider makes clients.
type Provider interface {
	NewClient(address string) (Client, error)
}
