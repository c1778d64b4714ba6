package functions

import (
	"fmt"
	"io"
	"net/http"
)

type api struct {
	client *http.Client
	base   string
}

func (a *api) get(path string) (*http.Response, error) {
	req, err := http.NewRequest(http.MethodGet, a.base+path, nil)
	if err != nil {
		return nil, err
	}
	return a.client.Do(req)
}

func (a *api) getOK(path string) (*http.Response, error) {
	resp, err := a.get(path)
	if err != nil {
		return nil, fmt.Errorf("get %s: %w", path, err)
	}
	return resp, nil
}

func mustGet(url string) *http.Response {
	resp, err := http.Get(url)
	if err != nil {
		panic(err)
	}
	return resp
}

func open(url string) (io.ReadCloser, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	return resp.Body, nil
}

func (a *api) exists(path string) (bool, error) {
	resp, err := a.get(path) // want `body-not-closed: `
	if err != nil {
		return false, err
	}
	return resp.StatusCode == http.StatusOK, nil
}

func (a *api) nested(path string) (int, error) {
	resp, err := a.getOK(path) // want `body-not-closed: `
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func single(url string) int {
	return mustGet(url).StatusCode // want `body-not-closed: `
}

func (a *api) delete(path string) error {
	_, err := a.get(path) // want `body-not-closed: `
	return err
}

func (a *api) content(path string) ([]byte, error) {
	resp, err := a.getOK(path)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

func readOpened(url string) ([]byte, error) {
	body, err := open(url)
	if err != nil {
		return nil, err
	}
	defer body.Close()
	return io.ReadAll(body)
}

func singleRead(url string) ([]byte, error) {
	resp := mustGet(url)
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}
