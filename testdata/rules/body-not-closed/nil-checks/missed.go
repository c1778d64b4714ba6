package checks

import (
	"io"
	"net/http"
)

func onlyWhenOK(url string) (content []byte) {
	resp, err := http.Get(url) // want `body-not-closed: `
	if err == nil && resp.StatusCode == http.StatusOK {
		defer resp.Body.Close()
		content, _ = io.ReadAll(resp.Body)
	}
	return content
}

func initializer(url string) bool {
	if resp, err := http.Get(url); err == nil { // want `body-not-closed: `
		return resp.StatusCode == http.StatusOK
	}
	return false
}

func wrongBranch(url string) error {
	resp, err := http.Get(url) // want `body-not-closed: `
	if err != nil {
		if resp != nil {
			resp.Body.Close()
		}
		return err
	}
	return nil
}
