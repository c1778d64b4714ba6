package helpers

import (
	"encoding/json"
	"errors"
	"io"
	"net/http"
)

func decode(resp *http.Response, value any) error {
	defer resp.Body.Close()
	return json.NewDecoder(resp.Body).Decode(value)
}

func decodeReader(reader io.Reader, value any) error {
	return json.NewDecoder(reader).Decode(value)
}

func decodeAll(reader io.Reader, value any) error {
	content, err := io.ReadAll(reader)
	if err != nil {
		return err
	}
	return json.Unmarshal(content, value)
}

func drain(body io.ReadCloser) {
	io.Copy(io.Discard, body)
	body.Close()
}

func decoded(url string, value any) error {
	resp, err := http.Get(url) // want `body-partly-read: `
	if err != nil {
		return err
	}
	return decode(resp, value)
}

func decodedFromReader(url string, value any) error {
	resp, err := http.Get(url) // want `body-partly-read: `
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	return decodeReader(resp.Body, value)
}

func decodedBoth(url string, value any) error {
	resp, err := http.Get(url) // want `body-partly-read: `
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		var problem struct{ Message string }
		if err := decodeReader(resp.Body, &problem); err != nil {
			return err
		}
		return errors.New(problem.Message)
	}
	return decodeReader(resp.Body, value)
}

func drained(url string, value any) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	defer drain(resp.Body)
	return decodeReader(resp.Body, value)
}

func all(url string, value any) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	return decodeAll(resp.Body, value)
}
