// Package byvalue hands transports on as values.
package byvalue

import "net/http"

func clientOf(tr http.Transport) *http.Client {
	return &http.Client{Transport: &tr}
}

func passed() *http.Client {
	return clientOf(*http.DefaultTransport.(*http.Transport)) // want "transport-copied: http.DefaultTransport"
}

func passedOn(tr *http.Transport) *http.Client {
	return clientOf(*tr) // want "transport-copied: The http.Transport tr"
}

var shared = http.Transport{MaxIdleConns: 10}

var client = &http.Client{Transport: &shared}

func copyOfShared() *http.Client {
	tr := shared // want "transport-copied: The http.Transport shared"
	tr.DisableCompression = true
	return &http.Client{Transport: &tr}
}

func twice() (*http.Client, *http.Client) {
	tr := http.Transport{MaxIdleConns: 10}
	first := &http.Client{Transport: &tr}
	other := tr // want "transport-copied: The http.Transport tr"
	return first, &http.Client{Transport: &other}
}

func passedShared() *http.Client {
	return clientOf(shared) // want "transport-copied: "
}

func returned() (value interface{ CloseIdleConnections() }) {
	own := shared // want "transport-copied: "
	return &own
}
