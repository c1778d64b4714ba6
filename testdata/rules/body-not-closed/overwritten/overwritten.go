package overwritten

import (
	"errors"
	"io"
	"net/http"
	"time"
)

func retry(client *http.Client, req *http.Request) ([]byte, error) {
	var resp *http.Response
	var err error
	for attempt := 0; attempt < 3; attempt++ {
		resp, err = client.Do(req) // want `body-not-closed: `
		if err == nil && resp.StatusCode < 500 {
			break
		}
		time.Sleep(time.Second)
	}
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

func second(first, other string) ([]byte, error) {
	resp, err := http.Get(first) // want `body-not-closed: `
	if err != nil {
		return nil, err
	}
	if resp.StatusCode == http.StatusNotFound {
		resp, err = http.Get(other)
		if err != nil {
			return nil, err
		}
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

func boundTooEarly(first, other string) ([]byte, error) {
	resp, err := http.Get(first)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	if _, err := io.Copy(io.Discard, resp.Body); err != nil {
		return nil, err
	}
	resp, err = http.Get(other) // want `body-not-closed: `
	if err != nil {
		return nil, err
	}
	if resp.StatusCode != http.StatusOK {
		return nil, errors.New(resp.Status)
	}
	return io.ReadAll(resp.Body)
}
