// Package instructs has transports in structs.
package instructs

import "net/http"

type agent struct {
	name      string
	transport http.Transport
}

func (a *agent) client() *http.Client {
	return &http.Client{Transport: &a.transport}
}

func (a *agent) renamed(name string) *agent {
	other := *a // want "transport-copied: The http.Transport in a is copied"
	other.name = name
	return &other
}

func (a *agent) taken() *http.Transport {
	tr := a.transport // want "transport-copied: The http.Transport a.transport"
	return &tr
}

func adopt(tr *http.Transport) *agent {
	return &agent{transport: *tr} // want "transport-copied: The http.Transport tr"
}

// shared has a pointer: copies of it share the transport, as they are meant to.
type shared struct {
	name      string
	transport *http.Transport
}

func (s *shared) renamed(name string) *shared {
	other := *s
	other.name = name
	return &other
}

func newAgent() *agent {
	return &agent{name: "new", transport: http.Transport{MaxIdleConns: 10}}
}

func (a *agent) forked(name string) *agent {
	return &agent{name: name, transport: a.transport} // want "transport-copied: "
}

func (a *agent) adopted(other *agent) {
	a.transport = other.transport // want "transport-copied: "
}

func (a *agent) reset() {
	a.transport.CloseIdleConnections()
	a.transport = http.Transport{}
}
