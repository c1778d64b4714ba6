package overwritten

import (
	"errors"
	"io"
	"net/http"
)

func retryDraining(client *http.Client, req *http.Request) ([]byte, error) {
	for attempt := 0; attempt < 3; attempt++ {
		resp, err := client.Do(req)
		if err != nil {
			continue
		}
		content, err := io.ReadAll(resp.Body)
		resp.Body.Close()
		if err != nil || resp.StatusCode >= 500 {
			continue
		}
		return content, nil
	}
	return nil, errors.New("no answer")
}

func drainedBeforeNext(client *http.Client, req *http.Request) (resp *http.Response, err error) {
	for attempt := 0; attempt < 3; attempt++ {
		resp, err = client.Do(req)
		if err != nil {
			return nil, err
		}
		if resp.StatusCode < 500 {
			return resp, nil
		}
		io.Copy(io.Discard, resp.Body)
		resp.Body.Close()
	}
	return nil, errors.New("no answer")
}

func twoVariables(first, other string) error {
	one, err := http.Get(first)
	if err != nil {
		return err
	}
	defer one.Body.Close()
	two, err := http.Get(other)
	if err != nil {
		io.Copy(io.Discard, one.Body)
		return err
	}
	defer two.Body.Close()
	_, err = io.Copy(io.Discard, io.MultiReader(one.Body, two.Body))
	return err
}
