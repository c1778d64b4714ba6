// Package nothttp switches TCP keep-alive off where no pool of net/http is.
package nothttp

import (
	"context"
	"net"
	"net/http"
	"net/rpc"
	"time"
)

func raw(address string) (net.Conn, error) {
	d := net.Dialer{KeepAlive: -1}
	return d.Dial("tcp", address)
}

func remote(address string) (*rpc.Client, error) {
	conn, err := net.Dial("tcp", address)
	if err != nil {
		return nil, err
	}
	conn.(*net.TCPConn).SetKeepAlive(false)
	return rpc.NewClient(conn), nil
}

// listener is for an http.Server: what it accepts belongs to no transport.
type listener struct{ *net.TCPListener }

func (l listener) Accept() (net.Conn, error) {
	conn, err := l.AcceptTCP()
	if err != nil {
		return nil, err
	}
	conn.SetKeepAlive(false)
	return conn, nil
}

func serve(address string) error {
	config := net.ListenConfig{KeepAlive: -1}
	l, err := config.Listen(context.Background(), "tcp", address)
	if err != nil {
		return err
	}
	server := &http.Server{ReadHeaderTimeout: time.Second}
	server.SetKeepAlivesEnabled(false)
	return server.Serve(listener{l.(*net.TCPListener)})
}

type pool struct {
	Dial        func(network, address string) (net.Conn, error)
	DialContext func(ctx context.Context, network, address string) (net.Conn, error)
}

// other is the pool of another protocol.
var other = pool{Dial: (&net.Dialer{KeepAlive: -1}).Dial}
