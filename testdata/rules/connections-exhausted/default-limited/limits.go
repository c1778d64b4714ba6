// Package limits gives the default transport a limit.
package limits

import (
	"io"
	"net/http"
)

func init() {
	http.DefaultTransport.(*http.Transport).MaxConnsPerHost = 5
}

func Status(url string) (int, error) {
	resp, err := http.Get(url) // want `connections-exhausted: .* MaxConnsPerHost 5: `
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

// A transport of its own has no part in the limit.
var unlimited = &http.Client{Transport: &http.Transport{}}

func UnlimitedStatus(url string) (int, error) {
	resp, err := unlimited.Get(url) // want `body-not-closed: `
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

// Handlers of a server share the client that is made for them.
func Forward(backend string) http.HandlerFunc {
	client := &http.Client{Transport: &http.Transport{MaxConnsPerHost: 3}}
	return func(w http.ResponseWriter, r *http.Request) {
		resp, err := client.Get(backend + r.URL.Path) // want `connections-exhausted: .* MaxConnsPerHost 3: ` `idle-pool-too-small: Up to 3 requests .*, unless the server speaks HTTP/2`
		if err != nil || resp.StatusCode != http.StatusOK {
			w.WriteHeader(http.StatusBadGateway)
			return
		}
		defer resp.Body.Close()
		_, _ = io.Copy(w, resp.Body)
	}
}
