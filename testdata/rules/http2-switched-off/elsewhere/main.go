// Package elsewhere connects to what is no server on a network, or may be none.
package elsewhere

import (
	"context"
	"net"
	"net/http"
	"time"
)

const service = "https://localhost"

func socket(path string) *http.Client {
	return &http.Client{Transport: &http.Transport{
		DialContext: func(ctx context.Context, _, _ string) (net.Conn, error) {
			return (&net.Dialer{}).DialContext(ctx, "unix", path)
		},
	}}
}

func legacySocket(path string) *http.Transport {
	tr := &http.Transport{TLSHandshakeTimeout: time.Second}
	tr.Dial = func(network, address string) (net.Conn, error) {
		return net.DialTimeout("unix", path, time.Second)
	}
	return tr
}

func piped(serve func(net.Conn)) *http.Transport {
	return &http.Transport{Dial: func(network, address string) (net.Conn, error) {
		near, far := net.Pipe()
		go serve(far)
		return near, nil
	}}
}

// Dialer is what callers connect with.
type Dialer interface {
	Dial(network, address string) (net.Conn, error)
}

func through(d Dialer) *http.Transport {
	return &http.Transport{Dial: d.Dial}
}

func given(dial func(ctx context.Context, network, address string) (net.Conn, error)) *http.Transport {
	return &http.Transport{DialContext: dial}
}
