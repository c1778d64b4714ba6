package functions

import (
	"io"
	"net/http"
)

type api struct{ client *http.Client }

func (a *api) do(method, url string) (*http.Response, error) {
	req, err := http.NewRequest(method, url, nil)
	if err != nil {
		return nil, err
	}
	return a.client.Do(req)
}

func (a *api) delete(url string) error {
	resp, err := a.do(http.MethodDelete, url) // want `body-not-drained: `
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func (a *api) put(url string) error {
	resp, err := a.do(http.MethodPut, url)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	_, err = io.Copy(io.Discard, resp.Body)
	return err
}

// closed hands on a response whose body it has closed: what the caller reads of it is its status.
func (a *api) closed(url string) (*http.Response, error) {
	resp, err := a.do(http.MethodGet, url)
	if err != nil {
		return nil, err
	}
	io.Copy(io.Discard, resp.Body)
	resp.Body.Close()
	return resp, nil
}

func (a *api) status(url string) (int, error) {
	resp, err := a.closed(url)
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}
