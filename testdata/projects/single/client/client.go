// Package client asks a server.
package client

import (
	"net/http"
	_ "net/http/pprof"

	neturl "net/url"
)

// Get asks for an address below the base.
func Get(base *neturl.URL, path string) (*http.Response, error) {
	return http.Get(base.JoinPath(path).String())
}
