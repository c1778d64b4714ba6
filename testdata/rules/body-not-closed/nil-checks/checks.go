package checks

import (
	"io"
	"net/http"
)

func responseNotNil(client *http.Client, req *http.Request) ([]byte, error) {
	resp, err := client.Do(req)
	if resp != nil {
		defer resp.Body.Close()
	}
	if err != nil {
		return nil, err
	}
	return io.ReadAll(resp.Body)
}

func errorNil(url string) (content []byte) {
	resp, err := http.Get(url)
	if err == nil {
		content, _ = io.ReadAll(resp.Body)
		resp.Body.Close()
	}
	return content
}

func inElse(url string) (content []byte, err error) {
	if resp, err := http.Get(url); err != nil {
		return nil, err
	} else {
		defer resp.Body.Close()
		content, err = io.ReadAll(resp.Body)
		return content, err
	}
}

func guarded(url string) ([]byte, error) {
	resp, err := http.Get(url)
	if err != nil || resp == nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

func guardedBody(url string) error {
	resp, err := http.Get(url)
	if resp != nil && resp.Body != nil {
		io.Copy(io.Discard, resp.Body)
		resp.Body.Close()
	}
	return err
}

func deferredGuard(url string) (err error) {
	var resp *http.Response
	defer func() {
		if resp != nil {
			io.Copy(io.Discard, resp.Body)
			resp.Body.Close()
		}
	}()
	resp, err = http.Get(url)
	return err
}
