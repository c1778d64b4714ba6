package early

import (
	"errors"
	"fmt"
	"io"
	"net/http"
)

func beforeDefer(url string) ([]byte, error) {
	resp, err := http.Get(url) // want `body-not-closed: `
	if err != nil {
		return nil, err
	}
	if resp.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("status %d", resp.StatusCode)
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

func inSwitch(url string) ([]byte, error) {
	resp, err := http.Get(url) // want `body-not-closed: `
	if err != nil {
		return nil, err
	}
	switch resp.StatusCode {
	case http.StatusOK:
		defer resp.Body.Close()
		return io.ReadAll(resp.Body)
	case http.StatusNotFound:
		return nil, errors.New("not found")
	default:
		defer resp.Body.Close()
		content, _ := io.ReadAll(resp.Body)
		return nil, fmt.Errorf("%s: %s", resp.Status, content)
	}
}

func onSecondCheck(url string, limit int64) ([]byte, error) {
	resp, err := http.Get(url) // want `body-not-closed: `
	if err != nil {
		return nil, err
	}
	if resp.ContentLength > limit {
		return nil, errors.New("too long")
	}
	content, err := io.ReadAll(resp.Body)
	resp.Body.Close()
	return content, err
}
