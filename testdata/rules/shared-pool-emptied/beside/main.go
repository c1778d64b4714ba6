// Package beside keeps transports beside the clients that use them.
package beside

import (
	"io"
	"net/http"
	"time"
)

// Exporter empties the pool of its client by the transport.
type Exporter struct {
	transport *http.Transport
	client    *http.Client
}

// New makes an Exporter.
func New() *Exporter {
	transport := &http.Transport{ResponseHeaderTimeout: time.Second}
	return &Exporter{transport: transport, client: &http.Client{Transport: transport}}
}

// Scrape reads a page.
func (e *Exporter) Scrape(url string) (string, error) {
	defer e.cleanUp()
	resp, err := e.client.Get(url)
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	data, err := io.ReadAll(resp.Body)
	return string(data), err
}

func (e *Exporter) cleanUp() {
	e.transport.CloseIdleConnections() // want `shared-pool-emptied`
}

// Other has a transport for something else.
type Other struct {
	spare  *http.Transport
	client *http.Client
}

// NewOther makes an Other.
func NewOther() *Other {
	spare := &http.Transport{ResponseHeaderTimeout: time.Second}
	used := &http.Transport{ResponseHeaderTimeout: time.Minute}
	return &Other{spare: spare, client: &http.Client{Transport: used}}
}

// Scrape reads a page.
func (o *Other) Scrape(url string) (string, error) {
	defer o.spare.CloseIdleConnections()
	resp, err := o.client.Get(url)
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	data, err := io.ReadAll(resp.Body)
	return string(data), err
}
