// Package lookup is a library, with a small program beside it that uses it once.
package lookup

import (
	"io"
	"net/http"
)

// A Directory answers queries.
type Directory struct {
	host    string
	version string
}

// New asks the directory for its version, once for each that is made.
func New(host string) (*Directory, error) {
	client := &http.Client{Transport: &http.Transport{MaxIdleConns: 1}}
	version, err := get(client, "http://"+host+"/version")
	return &Directory{host: host, version: version}, err
}

// Find answers a query.
func (d *Directory) Find(query string) (string, error) {
	client := &http.Client{Transport: &http.Transport{MaxIdleConns: 1}} // want `transport-per-call: .* by each call of Directory.Find`
	return get(client, "http://"+d.host+"/"+query)
}

// Run answers the queries of a whole program.
func (d *Directory) Run(query string) (string, error) {
	client := &http.Client{Transport: &http.Transport{MaxIdleConns: 1}}
	return get(client, "http://"+d.host+"/"+query)
}

func get(client *http.Client, url string) (string, error) {
	resp, err := client.Get(url)
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	return string(body), err
}
