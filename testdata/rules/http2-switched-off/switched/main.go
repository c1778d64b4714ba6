// Package switched gives transports a way of their own to connect, and loses HTTP/2.
package switched

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"net"
	"net/http"
	"os"
	"time"
)

var strict = &http.Client{Transport: &http.Transport{ // want "http2-switched-off: This transport has TLSClientConfig of its own and no ForceAttemptHTTP2"
	TLSClientConfig: &tls.Config{MinVersion: tls.VersionTLS13},
}}

func dialled() *http.Client {
	return &http.Client{Transport: &http.Transport{ // want "http2-switched-off: This transport has DialContext of its own"
		DialContext:         (&net.Dialer{Timeout: time.Second}).DialContext,
		TLSHandshakeTimeout: 5 * time.Second,
	}}
}

func fieldByField(roots *x509.CertPool) http.RoundTripper {
	tr := new(http.Transport) // want "http2-switched-off: This transport has TLSClientConfig of its own"
	tr.MaxIdleConnsPerHost = 10
	config := &tls.Config{MinVersion: tls.VersionTLS12}
	config.RootCAs = roots
	tr.TLSClientConfig = config
	return tr
}

func zero() *http.Transport {
	var tr http.Transport // want "http2-switched-off: This transport has DialTLSContext of its own"
	tr.DialTLSContext = func(ctx context.Context, network, address string) (net.Conn, error) {
		dialer := tls.Dialer{Config: &tls.Config{MinVersion: tls.VersionTLS12}}
		return dialer.DialContext(ctx, network, address)
	}
	return &tr
}

func loadConfig(file string) (*tls.Config, error) {
	pem, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	pool := x509.NewCertPool()
	if !pool.AppendCertsFromPEM(pem) {
		return nil, errors.New("no certificates")
	}
	return &tls.Config{RootCAs: pool, MinVersion: tls.VersionTLS12}, nil
}

func loaded(file string) (*http.Transport, error) {
	config, err := loadConfig(file)
	if err != nil {
		return nil, err
	}
	return &http.Transport{ // want "http2-switched-off: This transport has Dial and TLSClientConfig of its own"
		Dial: func(network, address string) (net.Conn, error) {
			return net.DialTimeout(network, address, time.Second)
		},
		TLSClientConfig: config,
	}, nil
}

// offering has every request to a server with HTTP/2 fail.
var offering = &http.Transport{ // want "http2-switched-off: This transport offers h2 in NextProtos .* malformed HTTP response"
	TLSClientConfig: &tls.Config{NextProtos: []string{"h2", "http/1.1"}},
}
