package status

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
)

func errorStatus(url string) ([]byte, error) {
	resp, err := http.Get(url) // want `body-not-drained: `
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("status %d", resp.StatusCode)
	}
	return io.ReadAll(resp.Body)
}

func successStatus(url string) error {
	resp, err := http.Get(url) // want `body-not-drained: `
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode >= 400 {
		content, _ := io.ReadAll(resp.Body)
		return errors.New(string(content))
	}
	return nil
}

func inSwitch(url string) ([]byte, error) {
	resp, err := http.Get(url) // want `body-not-drained: `
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	switch resp.StatusCode {
	case http.StatusOK, http.StatusCreated:
		return io.ReadAll(resp.Body)
	case http.StatusNotFound:
		return nil, errors.New("not found")
	default:
		content, _ := io.ReadAll(resp.Body)
		return nil, errors.New(string(content))
	}
}

func everyStatus(url string) ([]byte, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		io.Copy(io.Discard, resp.Body)
		return nil, fmt.Errorf("status %d", resp.StatusCode)
	}
	return io.ReadAll(resp.Body)
}

func noContent(url string) ([]byte, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	if resp.StatusCode == http.StatusNoContent {
		return nil, nil
	}
	return io.ReadAll(resp.Body)
}

func readFirst(url string, value any) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	content, err := io.ReadAll(resp.Body)
	if err != nil {
		return err
	}
	switch resp.StatusCode {
	case http.StatusOK:
		return json.Unmarshal(content, value)
	case http.StatusNotFound:
		return errors.New("not found")
	}
	return errors.New(resp.Status)
}
