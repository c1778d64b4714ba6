// Package literals takes TCP keep-alive for HTTP keep-alive where a transport is made.
package literals

import (
	"context"
	"crypto/tls"
	"net"
	"net/http"
	"time"
)

// Each of these was meant to open a connection for each request.

func closure() *http.Client {
	return &http.Client{Transport: &http.Transport{
		DialContext: func(ctx context.Context, network, address string) (net.Conn, error) {
			var dialer net.Dialer
			conn, err := dialer.DialContext(ctx, network, address)
			if err != nil {
				return nil, err
			}
			if tcp, ok := conn.(*net.TCPConn); ok {
				if err := tcp.SetKeepAlive(false); err != nil { // want "tcp-keepalive-misused: SetKeepAlive\\(false\\) only stops TCP .*http.Transport at line 16 still keeps"
					return nil, err
				}
			}
			return conn, nil
		},
	}}
}

func dialer() *http.Client {
	return &http.Client{Transport: &http.Transport{
		MaxIdleConns: 100,
		DialContext: (&net.Dialer{
			Timeout:   time.Second,
			KeepAlive: -1, // want `tcp-keepalive-misused: A negative KeepAlive of a net.Dialer`
		}).DialContext,
	}}
}

func dialerVariable() http.RoundTripper {
	d := net.Dialer{Timeout: time.Second}
	d.KeepAlive = time.Duration(-1) * time.Second // want "tcp-keepalive-misused: A negative KeepAlive"
	return &http.Transport{Dial: d.Dial}
}

const never = -1

var secure = &http.Transport{ // want "http2-switched-off: This transport has DialTLS of its own"
	DialTLS: func(network, address string) (net.Conn, error) {
		d := &net.Dialer{KeepAlive: never} // want "tcp-keepalive-misused: A negative KeepAlive"
		return tls.DialWithDialer(d, network, address, &tls.Config{MinVersion: tls.VersionTLS12})
	},
}

var secureContext = &http.Transport{ // want "http2-switched-off: This transport has DialTLSContext of its own"
	DialTLSContext: (&tls.Dialer{
		NetDialer: &net.Dialer{KeepAlive: -1}, // want "tcp-keepalive-misused: A negative KeepAlive"
	}).DialContext,
}

func configured() *http.Transport {
	d := &net.Dialer{KeepAliveConfig: net.KeepAliveConfig{Enable: false}} // want "tcp-keepalive-misused: KeepAliveConfig with Enable: false leaves even"
	return &http.Transport{DialContext: d.DialContext}
}

func configuredConnection() *http.Transport {
	return &http.Transport{Dial: func(network, address string) (net.Conn, error) {
		address4, err := net.ResolveTCPAddr(network, address)
		if err != nil {
			return nil, err
		}
		conn, err := net.DialTCP(network, nil, address4)
		if err != nil {
			return nil, err
		}
		conn.SetKeepAliveConfig(net.KeepAliveConfig{Enable: false}) // want "tcp-keepalive-misused: SetKeepAliveConfig with Enable: false only stops"
		return conn, nil
	}}
}
