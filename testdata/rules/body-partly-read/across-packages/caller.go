package caller

import (
	"net/http"

	"example.com/across-packages/codec"
)

func decoded(url string, value any) error {
	resp, err := http.Get(url) // want `body-partly-read: `
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	return codec.Decode(resp.Body, value)
}

func decodedOnly(url string, value any) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	return codec.DecodeOnly(resp.Body, value)
}
