// Package notpooled switches TCP keep-alive off in transports that keep no connection, or may not.
package notpooled

import (
	"net"
	"net/http"
	"time"
)

var dialer = &net.Dialer{Timeout: time.Second, KeepAlive: -1}

var single = &http.Transport{
	DialContext:       dialer.DialContext,
	DisableKeepAlives: true,
}

var none = &http.Transport{DialContext: dialer.DialContext, MaxIdleConnsPerHost: -1}

func later() *http.Transport {
	tr := &http.Transport{DialContext: (&net.Dialer{KeepAlive: -1}).DialContext}
	tr.DisableKeepAlives = true
	return tr
}

func inClient() *http.Client {
	client := &http.Client{Transport: &http.Transport{Dial: (&net.Dialer{KeepAlive: -1}).Dial}}
	client.Transport.(*http.Transport).DisableKeepAlives = true
	return client
}

func clone() *http.Transport {
	tr := single.Clone()
	tr.DialContext = dialer.DialContext
	return tr
}

// option leaves the pool to whoever calls.
func option(pooled bool) *http.Transport {
	return &http.Transport{DialContext: dialer.DialContext, DisableKeepAlives: !pooled}
}

type agent struct{ transport *http.Transport }

func (a *agent) configure() {
	a.transport.DialContext = dialer.DialContext
	a.transport.DisableKeepAlives = true
}

func configureDefault() {
	http.DefaultTransport.(*http.Transport).DialContext = dialer.DialContext
	http.DefaultTransport.(*http.Transport).DisableKeepAlives = true
}
