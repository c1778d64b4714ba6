// Package http2 stands for the package of that name in golang.org/x/net.
package http2

import "net/http"

func ConfigureTransport(transport *http.Transport) error { return nil }
