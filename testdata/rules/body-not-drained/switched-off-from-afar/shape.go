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

func request(method, address string, headers map[string]string) (*http.Response, error) {
	req, err := http.NewRequest(method, address, nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Connection", "close")
	for key, value := range headers {
		req.Header.Set(key, value)
	}
	return send(http.DefaultClient, req)
}

func send(client *http.Client, req *http.Request) (*http.Response, error) {
	resp, err := client.Do(req)
	if err != nil {
		return nil, err
	}
	return resp, nil
}

func throughWrappers(address string) (int, error) {
	resp, err := request(http.MethodGet, address, nil)
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	return resp.StatusCode, nil
}
