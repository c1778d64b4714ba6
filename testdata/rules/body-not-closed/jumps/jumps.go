package jumps

import (
	"errors"
	"io"
	"net/http"
)

func labelledContinue(groups [][]string) error {
next:
	for _, urls := range groups {
		for _, url := range urls {
			resp, err := http.Get(url) // want `body-not-closed: `
			if err != nil {
				return err
			}
			if resp.StatusCode == http.StatusNotFound {
				continue next
			}
			io.Copy(io.Discard, resp.Body)
			resp.Body.Close()
		}
	}
	return nil
}

func gotoEnd(url string) (err error) {
	resp, err := http.Get(url) // want `body-not-closed: `
	if err != nil {
		return err
	}
	if resp.StatusCode != http.StatusOK {
		err = errors.New(resp.Status)
		goto end
	}
	_, err = io.Copy(io.Discard, resp.Body)
	resp.Body.Close()
end:
	return err
}

func selected(url string, stop <-chan struct{}) error {
	resp, err := http.Get(url) // want `body-not-closed: `
	if err != nil {
		return err
	}
	select {
	case <-stop:
		return errors.New("stopped")
	default:
	}
	io.Copy(io.Discard, resp.Body)
	return resp.Body.Close()
}

func fallsThrough(url string) (string, error) {
	resp, err := http.Get(url) // want `body-not-closed: `
	if err != nil {
		return "", err
	}
	switch code := resp.StatusCode; {
	case code < 300:
		fallthrough
	case code < 400:
		content, err := io.ReadAll(resp.Body)
		resp.Body.Close()
		return string(content), err
	}
	return "", errors.New(resp.Status)
}
