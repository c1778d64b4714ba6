// Package handedon has another function complete its transports.
package handedon

import (
	"crypto/tls"
	"net/http"
)

func modern() *http.Client {
	tr := &http.Transport{TLSClientConfig: &tls.Config{MinVersion: tls.VersionTLS12}}
	complete(tr)
	return &http.Client{Transport: tr}
}

func complete(tr *http.Transport) {
	tr.MaxIdleConnsPerHost = 8
	prefer(tr, true)
}

func prefer(tr *http.Transport, http2 bool) {
	tr.ForceAttemptHTTP2 = http2
}

func plugged(plug func(*http.Transport)) *http.Transport {
	tr := &http.Transport{TLSClientConfig: &tls.Config{MinVersion: tls.VersionTLS12}}
	plug(tr)
	return tr
}
