// Package retry goes back to a label before the request: each time resp is another variable.
package retry

import (
	"io"
	"net/http"
)

func post(client *http.Client, url string) error {
	attempts := 1
again:
	resp, err := client.Post(url, "text/plain", nil) // want `deferred-close-in-loop: `
	if err != nil {
		if attempts > 0 {
			attempts--
			goto again
		}
		return err
	}
	defer func() {
		_ = resp.Body.Close()
	}()
	if resp.StatusCode >= http.StatusInternalServerError && attempts > 0 {
		attempts--
		goto again
	}
	_, err = io.Copy(io.Discard, resp.Body)
	return err
}

// The same variable each time: the closures that are deferred all see the last response.
func postIntoOne(client *http.Client, url string) error {
	attempts := 1
	var resp *http.Response
	var err error
again:
	resp, err = client.Post(url, "text/plain", nil) // want `body-not-closed: `
	if err != nil {
		return err
	}
	defer func() {
		_ = resp.Body.Close()
	}()
	if resp.StatusCode >= http.StatusInternalServerError && attempts > 0 {
		attempts--
		goto again
	}
	_, err = io.Copy(io.Discard, resp.Body)
	return err
}
