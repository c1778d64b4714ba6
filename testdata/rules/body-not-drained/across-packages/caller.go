package caller

import (
	"io"
	"net/http"

	"example.com/across-packages/rest"
)

func closed(url string) error {
	resp, err := http.Get(url) // want `body-not-drained: `
	if err != nil {
		return err
	}
	defer rest.Close(resp.Body)
	return nil
}

func readOnError(url string) error {
	resp, err := http.Get(url) // want `body-not-drained: `
	if err != nil {
		return err
	}
	defer rest.Close(resp.Body)
	return rest.ErrorOf(resp)
}

func drained(url string) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	return rest.Drain(resp.Body)
}

func readOnBoth(url string) ([]byte, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	defer rest.Close(resp.Body)
	if err := rest.ErrorOf(resp); err != nil {
		return nil, err
	}
	return io.ReadAll(resp.Body)
}
