// Package unknown has TLS configurations that may be nil, or that others complete.
package unknown

import (
	"crypto/tls"
	"net"
	"net/http"
	"time"
)

// Settings are those of a user.
type Settings struct {
	TLS     *tls.Config
	Timeout time.Duration
}

func given(config *tls.Config) *http.Transport {
	return &http.Transport{TLSClientConfig: config}
}

func (s *Settings) transport() *http.Transport {
	return &http.Transport{TLSClientConfig: s.TLS, ResponseHeaderTimeout: s.Timeout}
}

func optional(secure bool) (*tls.Config, error) {
	if !secure {
		return nil, nil
	}
	return &tls.Config{MinVersion: tls.VersionTLS12}, nil
}

func maybe(secure bool) (*http.Transport, error) {
	config, err := optional(secure)
	if err != nil {
		return nil, err
	}
	return &http.Transport{TLSClientConfig: config}, nil
}

func offered(protocols []string) *http.Transport {
	return &http.Transport{TLSClientConfig: &tls.Config{NextProtos: protocols}}
}

// pool is of another protocol.
type pool struct {
	Dial            func(network, address string) (net.Conn, error)
	TLSClientConfig *tls.Config
}

var other = pool{TLSClientConfig: &tls.Config{MinVersion: tls.VersionTLS12}}
