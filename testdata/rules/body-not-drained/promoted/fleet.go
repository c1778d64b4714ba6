// Package promoted uses what embeds a type that embeds a client.
package promoted

import (
	"io"

	"example.com/promoted/vehicle"
)

func content(address string) ([]byte, error) {
	resp, err := vehicle.NewFleet().Get(address)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

func status(address string) (string, error) {
	resp, err := vehicle.NewFleet().Get(address) // want `body-not-closed: `
	if err != nil {
		return "", err
	}
	return resp.Status, nil
}
