package shape

import "net/http"

func retried[T any](times int, attempt func() (T, error)) (value T, err error) {
	for ; times > 0; times-- {
		if value, err = attempt(); err == nil {
			return value, nil
		}
	}
	return value, err
}

func status(url string) (int, error) {
	resp, err := retried(3, func() (*http.Response, error) { return http.Get(url) }) // want `body-not-closed: `
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func again(attempt func() (*http.Response, error)) (*http.Response, error) {
	resp, err := attempt()
	if err != nil {
		resp, err = attempt()
	}
	return resp, err
}

func plain(url string) (int, error) {
	resp, err := again(func() (*http.Response, error) { return http.Get(url) }) // want `body-not-closed: `
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

type operation[T any] func() (T, error)

func attempted[T any](attempt operation[T]) (T, error) { return attempt() }

func named(url string) (int, error) {
	resp, err := attempted(func() (*http.Response, error) { return http.Get(url) }) // want `body-not-closed: `
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func namedAndClosed(url string) (int, error) {
	ask := func() (*http.Response, error) { return http.Get(url) }
	resp, err := attempted(ask) // want `body-not-drained: `
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	return resp.StatusCode, nil
}
