// Package setbycallers leaves it to other functions whether a transport keeps connections.
package setbycallers

import (
	"net"
	"net/http"
	"time"
)

func newTransport() *http.Transport {
	return &http.Transport{DialContext: (&net.Dialer{Timeout: time.Second, KeepAlive: -1}).DialContext}
}

func single() *http.Client {
	tr := newTransport()
	tr.DisableKeepAlives = true
	return &http.Client{Transport: tr}
}
