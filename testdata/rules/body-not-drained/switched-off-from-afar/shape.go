package shape

import (
	"net/http"
	"net/url"
)

type prober struct{ client *http.Client }

func newProber() *prober {
	return &prober{client: &http.Client{Transport: &http.Transport{DisableKeepAlives: true}}}
}

func (p *prober) probe(url string) (int, error) {
	resp, err := p.client.Get(url)
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	return resp.StatusCode, nil
}

var oneShot = &http.Client{Transport: &http.Transport{DisableKeepAlives: true}}

func once(url string) (int, error) {
	resp, err := oneShot.Get(url)
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	return resp.StatusCode, nil
}

func newClient() *http.Client {
	transport := http.DefaultTransport.(*http.Transport).Clone()
	transport.DisableKeepAlives = true
	return &http.Client{Transport: transport}
}

func constructed(url string) (int, error) {
	resp, err := newClient().Get(url)
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	return resp.StatusCode, nil
}

func added(req *http.Request) (int, error) {
	req.Header.Add("Connection", "close")
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	return resp.StatusCode, nil
}

func literal(address *url.URL) (int, error) {
	resp, err := http.DefaultClient.Do(&http.Request{Method: http.MethodGet, URL: address, Close: true})
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	return resp.StatusCode, nil
}
