package shape

import (
	"errors"
	"net/http"
)

func repeat(times int, operation func() error) (err error) {
	for ; times > 0; times-- {
		if err = operation(); err == nil {
			return nil
		}
	}
	return err
}

// A refused response is overwritten by the next attempt, or dropped when the last one fails.
func capturedLost(client *http.Client, req *http.Request) (*http.Response, error) {
	var resp *http.Response
	err := repeat(3, func() (err error) {
		resp, err = client.Do(req) // want `body-not-closed: `
		if err != nil {
			return err
		}
		if resp.StatusCode >= 500 {
			return errors.New(resp.Status)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return resp, nil
}
