// Package methods opens connections with methods of its own types.
package methods

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"time"
)

type dialer struct {
	inner *net.Dialer
	log   func(string, ...any)
}

func newDialer(log func(string, ...any)) *dialer {
	return &dialer{
		inner: &net.Dialer{Timeout: time.Second, KeepAlive: -1}, // want "tcp-keepalive-misused: A negative KeepAlive"
		log:   log,
	}
}

func (d *dialer) dial(ctx context.Context, network, address string) (net.Conn, error) {
	conn, err := d.inner.DialContext(ctx, network, address)
	if err != nil {
		return nil, fmt.Errorf("dial %s: %w", address, err)
	}
	d.log("connected to %s", address)
	return conn, nil
}

func client(log func(string, ...any)) *http.Client {
	tr := http.DefaultTransport.(*http.Transport).Clone()
	tr.DialContext = newDialer(log).dial
	return &http.Client{Transport: tr}
}

type single struct{ timeout time.Duration }

func (s single) Dial(network, address string) (net.Conn, error) {
	conn, err := net.DialTimeout(network, address, s.timeout)
	if err != nil {
		return nil, err
	}
	conn.SetDeadline(time.Now().Add(s.timeout))
	tcp := conn.(*net.TCPConn)
	tcp.SetKeepAlive(false) // want "tcp-keepalive-misused: SetKeepAlive\\(false\\)"
	return tcp, nil
}

func (s single) transport() *http.Transport {
	return &http.Transport{Dial: s.Dial}
}

// deadline is a connection with a timeout for each read.
type deadline struct {
	net.Conn
	timeout time.Duration
}

func wrapping(timeout time.Duration) *http.Transport {
	return &http.Transport{Dial: func(network, address string) (net.Conn, error) {
		conn, err := net.Dial(network, address)
		if err != nil {
			return nil, err
		}
		if c, ok := conn.(interface{ SetKeepAlive(bool) error }); ok {
			_ = c.SetKeepAlive(false) // want "tcp-keepalive-misused: SetKeepAlive\\(false\\)"
		}
		return &deadline{conn, timeout}, nil
	}}
}

type named struct {
	net.Dialer
	name string
}

func embedded(name string) *http.Transport {
	d := &named{Dialer: net.Dialer{KeepAlive: -1}, name: name} // want "tcp-keepalive-misused: A negative KeepAlive"
	return &http.Transport{DialContext: d.DialContext}
}

type unnamed struct{ *net.Dialer }

func embeddedPointer() *http.Transport {
	return &http.Transport{DialContext: unnamed{&net.Dialer{KeepAlive: -1}}.DialContext} // want "tcp-keepalive-misused: A negative KeepAlive"
}

var shared = &net.Dialer{Timeout: time.Second}

func init() {
	shared.KeepAlive = -1 // want "tcp-keepalive-misused: A negative KeepAlive"
}

var sharing = &http.Transport{DialContext: shared.DialContext}
