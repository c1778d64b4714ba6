package client

import (
	"fmt"
	"io"
	"net/http"
	"slices"
	"time"
)

// check passes a response on, or closes it and gives an error.
type check = func(time.Duration, *http.Response, error) (time.Duration, *http.Response, error)

// expectOK is made from the function that expect returns.
func expectOK(took time.Duration, resp *http.Response, err error) (time.Duration, *http.Response, error) {
	f := expect(http.StatusOK)
	return f(took, resp, err)
}

func expect(statuses ...int) check {
	return func(took time.Duration, resp *http.Response, err error) (time.Duration, *http.Response, error) {
		if err != nil {
			return took, nil, err
		}
		if slices.Contains(statuses, resp.StatusCode) {
			return took, resp, nil
		}
		_, _ = io.Copy(io.Discard, resp.Body)
		_ = resp.Body.Close()
		return took, nil, fmt.Errorf("unexpected status %s", resp.Status)
	}
}

// finisher reads what is left and closes.
func finisher() func(*http.Response) {
	return func(resp *http.Response) {
		_, _ = io.Copy(io.Discard, resp.Body)
		_ = resp.Body.Close()
	}
}

// either may give one function or the other: what its result does is not known.
func either(strict bool) check {
	if strict {
		return expectOK
	}
	return expect(http.StatusNotFound)
}
