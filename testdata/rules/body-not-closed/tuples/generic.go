package registry

import (
	"io"
	"log"
	"net/http"
)

func must[T any](value T, err error) T {
	if err != nil {
		panic(err)
	}
	return value
}

func logged[T any](value T, err error) (T, error) {
	if err != nil {
		log.Print(err)
	}
	return value, err
}

func retried[T any](times int, attempt func() (T, error)) (value T, err error) {
	for ; times > 0; times-- {
		if value, err = attempt(); err == nil {
			return value, nil
		}
	}
	return value, err
}

func mustStatus(url string) int {
	return must(http.Get(url)).StatusCode // want `body-not-closed: `
}

func mustContent(url string) []byte {
	resp := must(http.Get(url))
	defer resp.Body.Close()
	return must(io.ReadAll(resp.Body))
}

func loggedStatus(url string) (string, error) {
	resp, err := logged(http.Get(url)) // want `body-not-closed: `
	if err != nil {
		return "", err
	}
	return resp.Status, nil
}

func loggedContent(url string) ([]byte, error) {
	resp, err := logged(http.Get(url))
	if err != nil {
		return nil, err
	}
	defer func() { must(0, resp.Body.Close()) }()
	return io.ReadAll(resp.Body)
}

func retriedContent(url string) ([]byte, error) {
	resp, err := retried(3, func() (*http.Response, error) { return http.Get(url) })
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

func retriedDecode(url string) ([]byte, error) {
	return retried(3, func() ([]byte, error) {
		resp, err := http.Get(url)
		if err != nil {
			return nil, err
		}
		defer resp.Body.Close()
		return io.ReadAll(resp.Body)
	})
}
