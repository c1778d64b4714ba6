// Package dial has the dial functions.
package dial

import (
	"context"
	"net"
	"time"
)

// Func opens connections.
type Func func(ctx context.Context, network, address string) (net.Conn, error)

// Single was meant to give connections that serve one request each.
func Single(ctx context.Context, network, address string) (net.Conn, error) {
	return once(ctx, network, address)
}

func once(ctx context.Context, network, address string) (net.Conn, error) {
	conn, err := connect(ctx, network, address)
	if err != nil {
		return nil, err
	}
	tune(conn)
	return &counted{Conn: conn}, nil
}

func connect(ctx context.Context, network, address string) (net.Conn, error) {
	d := net.Dialer{Timeout: time.Second}
	return d.DialContext(ctx, network, address)
}

func tune(conn net.Conn) {
	tcp, ok := conn.(*net.TCPConn)
	if !ok {
		return
	}
	tcp.SetNoDelay(true)
	tcp.SetKeepAlive(false) // want "tcp-keepalive-misused: SetKeepAlive\\(false\\) .* http.Transport at main.go:15 still"
}

type counted struct {
	net.Conn
	reads int
}

// Limited waits for room before it dials.
func Limited(room chan struct{}, next Func) Func {
	return func(ctx context.Context, network, address string) (net.Conn, error) {
		room <- struct{}{}
		defer func() { <-room }()
		return next(ctx, network, address)
	}
}
