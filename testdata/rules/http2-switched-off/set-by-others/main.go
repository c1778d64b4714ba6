// Package setbyothers completes its transports in other functions.
package setbyothers

import (
	"crypto/tls"
	"net/http"
)

func base() *http.Transport {
	return &http.Transport{TLSClientConfig: &tls.Config{MinVersion: tls.VersionTLS12}}
}

func modern() *http.Client {
	tr := base()
	tr.ForceAttemptHTTP2 = true
	return &http.Client{Transport: tr}
}
