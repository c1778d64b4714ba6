// Package tuned changes TCP keep-alive for its own sake.
package tuned

import (
	"context"
	"net"
	"net/http"
	"time"
)

var ordinary = &http.Transport{
	DialContext: (&net.Dialer{Timeout: 30 * time.Second, KeepAlive: 30 * time.Second}).DialContext,
}

var byDefault = &http.Transport{DialContext: (&net.Dialer{KeepAlive: 0}).DialContext}

var detailed = &http.Transport{DialContext: (&net.Dialer{
	KeepAliveConfig: net.KeepAliveConfig{Enable: true, Idle: time.Minute},
}).DialContext}

var plain = &http.Transport{DialContext: (&net.Dialer{
	KeepAlive:       time.Minute,
	KeepAliveConfig: net.KeepAliveConfig{Enable: false},
}).DialContext}

func given(keepAlive time.Duration) *http.Transport {
	return &http.Transport{DialContext: (&net.Dialer{KeepAlive: keepAlive}).DialContext}
}

var probing = &http.Transport{
	Dial: func(network, address string) (net.Conn, error) {
		conn, err := net.Dial(network, address)
		if tcp, ok := conn.(*net.TCPConn); ok {
			tcp.SetKeepAlive(true)
			tcp.SetKeepAlivePeriod(time.Minute)
		}
		return conn, err
	},
}

// bounded says how long connections stay idle where that is said.
var bounded = &http.Transport{
	IdleConnTimeout: time.Minute,
	Dial: func(network, address string) (net.Conn, error) {
		conn, err := net.Dial(network, address)
		if tcp, ok := conn.(*net.TCPConn); ok {
			tcp.SetKeepAlivePeriod(10 * time.Second)
		}
		return conn, err
	},
}

// reported opens a connection of its own beside the one that it returns.
func reported(ctx context.Context, network, address string) (net.Conn, error) {
	if side, err := net.Dial("tcp", "127.0.0.1:1"); err == nil {
		side.(*net.TCPConn).SetKeepAlive(false)
		side.Write([]byte(address))
		side.Close()
	}
	var d net.Dialer
	return d.DialContext(ctx, network, address)
}

var reporting = &http.Transport{DialContext: reported}
