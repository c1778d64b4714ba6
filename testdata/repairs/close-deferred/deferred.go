package closing

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
)

var errStatus = errors.New("status")

func never(url string) (int, error) {
	resp, err := http.Get(url)
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func early(url string) ([]byte, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	if resp.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("status %s", resp.Status)
	}

	defer resp.Body.Close()

	return io.ReadAll(resp.Body)
}

func explicit(url string) ([]byte, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	if resp.StatusCode != http.StatusOK {
		// Nobody reads it.
		return nil, fmt.Errorf("status %s", resp.Status)
	}
	data, err := io.ReadAll(resp.Body)
	resp.Body.Close()
	return data, err
}

func decoded(url string, into any) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	return json.NewDecoder(resp.Body).Decode(into)
}

func unchecked(url string) bool {
	resp, err := http.Get(url)
	return err == nil && resp.StatusCode == http.StatusOK
}

func inCondition(url string) bool {
	if resp, err := http.Get(url); err == nil {
		return resp.StatusCode == http.StatusOK
	}
	return false
}

func assigned(url string) (code int, err error) {
	var resp *http.Response
	if resp, err = http.Get(url); err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}
