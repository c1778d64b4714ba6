package named

import (
	"errors"
	"io"
	"net/http"
)

func naked(url string) (content []byte, err error) {
	resp, err := http.Get(url)
	if err != nil {
		return
	}
	defer func() {
		if closeErr := resp.Body.Close(); err == nil {
			err = closeErr
		}
	}()
	content, err = io.ReadAll(resp.Body)
	return
}

func handsOver(url string) (resp *http.Response, err error) {
	resp, err = http.Get(url)
	return
}

func handsOverBody(url string) (body io.ReadCloser, err error) {
	resp, err := http.Get(url)
	if err != nil {
		return
	}
	body = resp.Body
	return
}

func lost(url string) (content []byte, err error) {
	resp, err := http.Get(url) // want `body-not-closed: `
	if err != nil {
		return
	}
	if resp.StatusCode != http.StatusOK {
		err = errors.New(resp.Status)
		return
	}
	content, err = io.ReadAll(resp.Body)
	resp.Body.Close()
	return
}

func notHandedOver(url string) (resp *http.Response, err error) {
	answer, err := http.Get(url) // want `body-not-closed: `
	if err != nil {
		return
	}
	if answer.StatusCode != http.StatusOK {
		err = errors.New(answer.Status)
		return
	}
	resp = answer
	return
}
