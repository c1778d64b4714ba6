// Package cloned starts from the default transport, which forces HTTP/2.
package cloned

import (
	"crypto/tls"
	"net"
	"net/http"
	"time"
)

func strict() *http.Client {
	tr := http.DefaultTransport.(*http.Transport).Clone()
	tr.TLSClientConfig = &tls.Config{MinVersion: tls.VersionTLS13}
	tr.DialContext = (&net.Dialer{Timeout: time.Second}).DialContext
	return &http.Client{Transport: tr}
}

// plain has nothing that switches HTTP/2 off.
var plain = &http.Transport{
	Proxy:                 http.ProxyFromEnvironment,
	TLSHandshakeTimeout:   time.Second,
	ResponseHeaderTimeout: time.Second,
}
