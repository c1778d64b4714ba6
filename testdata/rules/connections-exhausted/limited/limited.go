// Package limited leaks responses over transports that limit their connections.
package limited

import (
	"context"
	"errors"
	"io"
	"net/http"
	"time"
)

var client = &http.Client{Transport: &http.Transport{MaxConnsPerHost: 10}}

func early(url string) ([]byte, error) {
	resp, err := client.Get(url) // want `connections-exhausted: resp from client.Get is not closed on the path that returns at line 20, and its transport has MaxConnsPerHost 10: after 10 such responses every request `
	if err != nil {
		return nil, err
	}
	if resp.StatusCode != http.StatusOK {
		return nil, errors.New(resp.Status)
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

type API struct {
	http *http.Client
}

const limit = 2 * 2

func NewAPI() *API {
	transport := http.DefaultTransport.(*http.Transport).Clone()
	transport.MaxConnsPerHost = limit
	return &API{http: &http.Client{Transport: transport, Timeout: time.Minute}}
}

func (a *API) Alive(ctx context.Context, url string) bool {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return false
	}
	resp, err := a.http.Do(req) // want `connections-exhausted: .* MaxConnsPerHost 4: `
	return err == nil && resp.StatusCode == http.StatusOK
}

// send hands on the response of the limited client.
func (a *API) send(url string) (*http.Response, error) {
	return a.http.Get(url)
}

func (a *API) Probe(url string) (int, error) {
	resp, err := a.send(url) // want `connections-exhausted: resp from a.send is not closed `
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

var single = &http.Transport{MaxConnsPerHost: 1}

func roundTrip(req *http.Request) (string, error) {
	resp, err := single.RoundTrip(req) // want `connections-exhausted: .* after one such response every request `
	if err != nil {
		return "", err
	}
	return resp.Header.Get("Location"), nil
}

func handler(w http.ResponseWriter, r *http.Request) {
	resp, err := client.Get("http://backend.internal/") // want `connections-exhausted: ` `idle-pool-too-small: Up to 10 requests`
	if err != nil || resp.StatusCode >= 500 {
		w.WriteHeader(http.StatusBadGateway)
		return
	}
	defer resp.Body.Close()
	_, _ = io.Copy(w, resp.Body)
}

// A client of one call, which sends many requests.
func many(urls []string) (found int) {
	local := &http.Client{Transport: &http.Transport{MaxConnsPerHost: 8}}
	for _, url := range urls {
		resp, err := local.Get(url) // want `connections-exhausted: `
		if err == nil && resp.StatusCode == http.StatusOK {
			found++
		}
	}
	local.CloseIdleConnections()
	return found
}

// The client of a literal that is called at once.
var configured = func() *http.Client {
	transport := http.DefaultTransport.(*http.Transport).Clone()
	transport.MaxConnsPerHost = 6
	return &http.Client{Transport: transport}
}()

func configuredEarly(url string) ([]byte, error) {
	resp, err := configured.Get(url) // want `connections-exhausted: .* MaxConnsPerHost 6: `
	if err != nil {
		return nil, err
	}
	if resp.StatusCode != http.StatusOK {
		return nil, errors.New(resp.Status)
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

// The limit is what all who make one give.
type pooled struct{ client *http.Client }

func newPooled(most int) *pooled {
	return &pooled{client: &http.Client{Transport: &http.Transport{MaxConnsPerHost: most}}}
}

var shared = newPooled(12)

func (p *pooled) status(url string) (int, error) {
	resp, err := p.client.Get(url) // want `connections-exhausted: .* MaxConnsPerHost 12: `
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

// Who makes one chooses between limits.
type chosen struct{ client *http.Client }

func newChosen(most int) *chosen {
	return &chosen{client: &http.Client{Transport: &http.Transport{MaxConnsPerHost: most}}}
}

var fewer, unbounded = newChosen(2), newChosen(0)

func (c *chosen) status(url string) (int, error) {
	resp, err := c.client.Get(url) // want `body-not-closed: `
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}
