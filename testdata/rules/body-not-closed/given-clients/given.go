// Package given has its clients from another package, and does not import net/http itself.
package given

import (
	"io"

	"example.com/givenclients/clients"
)

func made(url string) (int, error) {
	resp, err := clients.New().Get(url) // want "body-not-closed: resp from "
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func pooled(pool *clients.Pool, url string) (int, error) {
	resp, err := pool.Client.Get(url) // want "body-not-closed: resp from pool.Client.Get"
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func read(pool *clients.Pool, url string) ([]byte, error) {
	resp, err := pool.Client.Get(url)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}
