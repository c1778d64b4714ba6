// Package setlater gives transports their dial function after they were made.
package setlater

import (
	"net"
	"net/http"
	"time"
)

type agent struct {
	transport *http.Transport
	dialer    *net.Dialer
}

func newAgent() *agent {
	a := &agent{transport: http.DefaultTransport.(*http.Transport).Clone()}
	a.dialer = &net.Dialer{Timeout: time.Second, KeepAlive: -1} // want "tcp-keepalive-misused: A negative KeepAlive of a net.Dialer .* at line 18 still"
	a.transport.DialContext = a.dialer.DialContext
	return a
}

func reset(conn net.Conn) net.Conn {
	if tcp, ok := conn.(*net.TCPConn); ok {
		tcp.SetKeepAlive(false) // want "tcp-keepalive-misused: SetKeepAlive\\(false\\)"
	}
	return conn
}

func newTransport() *http.Transport {
	tr := new(http.Transport)
	tr.MaxIdleConns = 10
	dial := func(network, address string) (net.Conn, error) {
		conn, err := net.DialTimeout(network, address, time.Second)
		if err != nil {
			return nil, err
		}
		return reset(conn), nil
	}
	tr.Dial = dial
	return tr
}

// configure gets a transport from a caller.
func configure(tr *http.Transport) {
	tr.Dial = (&net.Dialer{KeepAlive: -1 * time.Second}).Dial // want "tcp-keepalive-misused: A negative KeepAlive"
}

func init() {
	configure(http.DefaultTransport.(*http.Transport))
}
