// Package unclear changes TCP keep-alive in ways that may be meant as they are.
package unclear

import (
	"net"
	"net/http"
	"time"
)

var period = &http.Transport{
	Dial: func(network, address string) (net.Conn, error) {
		conn, err := net.Dial(network, address)
		if tcp, ok := conn.(*net.TCPConn); ok {
			tcp.SetKeepAlivePeriod(10 * time.Second) // want "tcp-keepalive-misused: SetKeepAlivePeriod only says how often .* IdleConnTimeout"
		}
		return conn, err
	},
}

func optional(probes bool) *http.Transport {
	return &http.Transport{
		Dial: func(network, address string) (net.Conn, error) {
			conn, err := net.Dial(network, address)
			if tcp, ok := conn.(*net.TCPConn); ok && !probes {
				tcp.SetKeepAlive(false) // want "tcp-keepalive-misused: SetKeepAlive\\(false\\)"
			}
			return conn, err
		},
	}
}

func sized() *http.Transport {
	d := net.Dialer{KeepAlive: -1} // want "tcp-keepalive-misused: A negative KeepAlive"
	return &http.Transport{DialContext: d.DialContext, MaxIdleConnsPerHost: 32}
}
