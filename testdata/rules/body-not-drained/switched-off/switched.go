// Package switched shows connections that are not used again whatever is read.
package switched

import (
	"net"
	"net/http"
	"time"
)

type Prober struct {
	client *http.Client
}

func NewProber(timeout time.Duration) *Prober {
	transport := &http.Transport{
		DialContext:       (&net.Dialer{Timeout: timeout}).DialContext,
		DisableKeepAlives: true,
	}
	return &Prober{client: &http.Client{Transport: transport, Timeout: timeout}}
}

func (p *Prober) leaked(url string) (bool, error) {
	resp, err := p.client.Get(url) // want `body-not-closed: `
	if err != nil {
		return false, err
	}
	return resp.StatusCode < 400, nil
}

// The dialer's probes are those of TCP: the pool is kept.
var dialled = &http.Client{Transport: &http.Transport{
	DialContext: (&net.Dialer{KeepAlive: -1}).DialContext, // want `tcp-keepalive-misused: `
}}

func kept(url string) (string, error) {
	resp, err := dialled.Get(url) // want `body-not-drained: `
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	return resp.Header.Get("Location"), nil
}

func asked(url string) (int, error) {
	req, err := http.NewRequest(http.MethodGet, url, nil)
	if err != nil {
		return 0, err
	}
	req.Header.Set("Connection", "keep-alive")
	resp, err := http.DefaultClient.Do(req) // want `body-not-drained: `
	if err != nil {
		return 0, err
	}
	resp.Body.Close()
	return resp.StatusCode, nil
}
