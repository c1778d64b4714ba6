// Package dialers has dialers with more around them.
package dialers

import (
	"context"
	"net"
	"net/http"
	"time"
)

type counting struct {
	net.Dialer
	dials int
}

func (c *counting) dial(ctx context.Context, network, address string) (net.Conn, error) {
	c.dials++
	return c.DialContext(ctx, network, address)
}

func newCounting() *counting {
	c := &counting{}
	c.Timeout = time.Second
	c.KeepAlive = -1 * time.Second // want `tcp-keepalive-misused`
	return c
}

// Promoted sets the field by the name of what embeds the dialer.
func Promoted() *http.Client {
	c := newCounting()
	transport := http.DefaultTransport.(*http.Transport).Clone()
	transport.DialContext = c.dial
	return &http.Client{Transport: transport}
}

type holding struct{ dialer net.Dialer }

func (h *holding) dial(ctx context.Context, network, address string) (net.Conn, error) {
	return h.dialer.DialContext(ctx, network, address)
}

// Selected sets it through a field.
func Selected() *http.Client {
	h := &holding{}
	h.dialer.KeepAlive = -1 // want `tcp-keepalive-misused`
	transport := http.DefaultTransport.(*http.Transport).Clone()
	transport.DialContext = h.dial
	return &http.Client{Transport: transport}
}

type probing struct {
	net.Dialer
	KeepAlive int
}

// Shadowed sets a field of its own.
func Shadowed() *http.Client {
	p := &probing{}
	p.KeepAlive = -1
	p.Timeout = time.Second
	transport := http.DefaultTransport.(*http.Transport).Clone()
	transport.DialContext = p.DialContext
	return &http.Client{Transport: transport}
}
