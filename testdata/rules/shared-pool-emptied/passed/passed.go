// Package passed empties pools that it is given.
package passed

import (
	"io"
	"net/http"
)

type api struct{ client *http.Client }

func newAPI() api {
	return api{client: &http.Client{Transport: &http.Transport{MaxIdleConns: 1}}}
}

func (a api) get(path string) (string, error) {
	resp, err := a.client.Get("http://127.0.0.1:1" + path)
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	return string(body), err
}

// Token makes a client for the purpose, and another function ends its life.
func Token(name string) (string, error) {
	return tokenOf(name, newAPI())
}

func tokenOf(name string, a api) (string, error) {
	defer a.client.CloseIdleConnections()
	return a.get("/tokens/" + name)
}

var shared = newAPI()

// Key empties the pool that it has for all calls.
func Key(name string) (string, error) {
	return keyOf(name, shared)
}

func keyOf(name string, a api) (string, error) {
	defer a.client.CloseIdleConnections() // want `shared-pool-emptied: `
	return a.get("/keys/" + name)
}
