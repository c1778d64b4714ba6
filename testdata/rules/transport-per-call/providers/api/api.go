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
	Open(address string) (Client, error)
}

var providers = map[string]Provider{}

// Register makes a provider known.
func Register(kind string, provider Provider) { providers[kind] = provider }

// Lookup gives a provider that is known.
func Lookup(kind string) Provider { return providers[kind] }
