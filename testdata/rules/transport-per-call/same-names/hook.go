package main

import (
	"context"
	"net"
	"net/http"
)

// configure is set by what knows more of the platform.
var configure func(*http.Transport)

// dialerFor makes a transport for nothing but the function with which it dials.
func dialerFor(host string) func(context.Context, string, string) (net.Conn, error) {
	transport := &http.Transport{
		DialContext: (&net.Dialer{}).DialContext,
	}
	if configure != nil {
		configure(transport)
	}
	transport.ProxyConnectHeader = http.Header{"Host": {host}}
	return transport.DialContext
}
