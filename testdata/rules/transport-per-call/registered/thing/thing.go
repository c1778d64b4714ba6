// Package thing declares a service as a generator would.
package thing

import "context"

// ServiceRegistrar takes services.
type ServiceRegistrar interface{ RegisterService(any) }

// Request asks.
type Request struct{ Name string }

// Response answers.
type Response struct{ Text string }

// FinderServer is what a server implements.
type FinderServer interface {
	Find(ctx context.Context, request *Request) (*Response, error)
	Watch(request *Request, stream Finder_WatchServer) error
}

// Finder_WatchServer sends answers.
type Finder_WatchServer interface{ Send(*Response) error }

// RegisterFinderServer registers a server.
func RegisterFinderServer(registrar ServiceRegistrar, server FinderServer) {
	registrar.RegisterService(server)
}
