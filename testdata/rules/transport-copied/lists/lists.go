// Package lists ranges over transports.
package lists

import "net/http"

type pool struct{ transports []http.Transport }

func (p *pool) first() *http.Client { return &http.Client{Transport: &p.transports[0]} }

func (p *pool) sizes() int {
	sum := 0
	for _, each := range p.transports { // want `transport-copied: Each http.Transport of `
		sum += each.MaxIdleConns
	}
	for i := range p.transports {
		sum += p.transports[i].MaxConnsPerHost
	}
	return sum
}

func templates() []*http.Transport {
	var all []*http.Transport
	for _, each := range []http.Transport{{MaxIdleConns: 10}, {MaxIdleConns: 20}} {
		all = append(all, each.Clone())
	}
	return all
}

func local(transports []http.Transport) []*http.Client {
	var clients []*http.Client
	for i := range transports {
		clients = append(clients, &http.Client{Transport: &transports[i]})
	}
	for _, each := range transports { // want `transport-copied: Each http.Transport of `
		clients = append(clients, &http.Client{Transport: &each})
	}
	return clients
}
