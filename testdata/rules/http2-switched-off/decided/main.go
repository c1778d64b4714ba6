// Package decided says which protocol it wants.
package decided

import (
	"crypto/tls"
	"net"
	"net/http"
	"time"
)

func config() *tls.Config { return &tls.Config{MinVersion: tls.VersionTLS12} }

var forced = &http.Transport{
	DialContext:         (&net.Dialer{Timeout: time.Second}).DialContext,
	TLSHandshakeTimeout: time.Second,
	ForceAttemptHTTP2:   true,
}

var refused = &http.Transport{TLSClientConfig: config(), ForceAttemptHTTP2: false}

var emptied = &http.Transport{
	TLSClientConfig: config(),
	TLSNextProto:    map[string]func(string, *tls.Conn) http.RoundTripper{},
}

var listed = &http.Transport{TLSClientConfig: &tls.Config{NextProtos: []string{"http/1.1"}}}

// single has no use for a shared connection.
var single = &http.Transport{TLSClientConfig: config(), DisableKeepAlives: true}

func later(http2 bool) *http.Client {
	client := &http.Client{Transport: &http.Transport{TLSClientConfig: config()}}
	client.Transport.(*http.Transport).ForceAttemptHTTP2 = http2
	return client
}

func protocols() *http.Transport {
	tr := &http.Transport{TLSClientConfig: config()}
	tr.Protocols = new(http.Protocols)
	tr.Protocols.SetHTTP2(true)
	return tr
}

func registered(other http.RoundTripper) *http.Transport {
	tr := &http.Transport{TLSClientConfig: config()}
	tr.RegisterProtocol("https", other)
	return tr
}
