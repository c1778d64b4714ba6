// Package templates copies transports that are never used themselves: nothing is shared.
package templates

import (
	"net/http"
	"time"
)

var template = http.Transport{MaxIdleConnsPerHost: 10, IdleConnTimeout: time.Minute}

func fromTemplate() *http.Client {
	tr := template
	tr.DisableCompression = true
	return &http.Client{Transport: &tr}
}

func pair() (*http.Client, *http.Client) {
	base := http.Transport{MaxIdleConnsPerHost: 10}
	base.IdleConnTimeout = time.Minute
	fast, slow := base, base
	fast.ResponseHeaderTimeout = time.Second
	return &http.Client{Transport: &fast}, &http.Client{Transport: &slow}
}

func fromPointer() *http.Transport {
	base := &http.Transport{MaxIdleConnsPerHost: 10}
	tr := *base
	return &tr
}

func made(idle time.Duration) http.Transport {
	tr := http.Transport{MaxIdleConnsPerHost: 10}
	tr.IdleConnTimeout = idle
	return tr
}
