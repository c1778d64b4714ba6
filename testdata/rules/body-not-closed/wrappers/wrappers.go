package wrappers

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"io"
	"net/http"
)

func nopCloser(url string) error {
	resp, err := http.Get(url) // want `body-not-closed: `
	if err != nil {
		return err
	}
	return io.NopCloser(resp.Body).Close()
}

func gzipClosed(url string, value any) error {
	resp, err := http.Get(url) // want `body-not-closed: `
	if err != nil {
		return err
	}
	reader, err := gzip.NewReader(resp.Body)
	if err != nil {
		return err
	}
	defer reader.Close()
	return json.NewDecoder(reader).Decode(value)
}

func firstLine(url string) (string, error) {
	resp, err := http.Get(url) // want `body-not-closed: `
	if err != nil {
		return "", err
	}
	return bufio.NewReader(resp.Body).ReadString('\n')
}

func decoded(url string, value any) error {
	resp, err := http.Get(url) // want `body-not-closed: `
	if err != nil {
		return err
	}
	return json.NewDecoder(resp.Body).Decode(value)
}

func replaced(url string) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	content, err := io.ReadAll(resp.Body)
	if err != nil {
		return err
	}
	resp.Body.Close()
	resp.Body = io.NopCloser(bufio.NewReader(http.NoBody))
	_ = content
	return nil
}

func alias(url string) ([]byte, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	body := resp.Body
	defer body.Close()
	reader := bufio.NewReader(body)
	return io.ReadAll(reader)
}
