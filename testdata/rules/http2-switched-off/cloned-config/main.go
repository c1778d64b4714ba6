// Package config clones TLS configurations.
package config

import (
	"crypto/tls"
	"net/http"
)

var strict = &tls.Config{MinVersion: tls.VersionTLS13}

var old = &tls.Config{NextProtos: []string{"http/1.1"}}

// Strict clones one that says nothing of protocols.
func Strict() *http.Client {
	return &http.Client{Transport: &http.Transport{TLSClientConfig: strict.Clone()}} // want `http2-switched-off`
}

// Old clones one for HTTP/1.1.
func Old() *http.Client {
	return &http.Client{Transport: &http.Transport{TLSClientConfig: old.Clone()}}
}

// Given clones whatever it is given.
func Given(config *tls.Config) *http.Client {
	return &http.Client{Transport: &http.Transport{TLSClientConfig: config.Clone()}}
}
