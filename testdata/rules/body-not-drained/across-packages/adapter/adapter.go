// Package adapter does not import the package whose client it uses.
package adapter

import (
	"net/http"

	"example.com/across-packages/base"
)

type adapter struct {
	*base.Adapter
	address string
}

func (a *adapter) remove(tag string) error {
	req, err := http.NewRequest(http.MethodDelete, a.address+tag, nil)
	if err != nil {
		return err
	}
	resp, err := a.Client.Do(req) // want `body-not-drained: `
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	return nil
}
