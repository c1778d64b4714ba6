// Package attempts has loops in which the response may come from any attempt.
package attempts

import (
	"errors"
	"io"
	"net/http"
)

// The response of the last attempt stays open.
func unlessLast(client *http.Client, req *http.Request) ([]byte, error) {
	var failure error
	for i := 0; i < 3; i++ {
		resp, err := client.Do(req) // want "body-not-closed: "
		if err != nil {
			failure = err
			continue
		}
		if resp.StatusCode < http.StatusInternalServerError {
			defer resp.Body.Close()
			return io.ReadAll(resp.Body)
		}
		failure = errors.New(resp.Status)
		if i < 2 {
			_, _ = io.Copy(io.Discard, resp.Body)
			resp.Body.Close()
		}
	}
	return nil, failure
}

func atLast(client *http.Client, req *http.Request) ([]byte, error) {
	for i := 0; ; i++ {
		resp, err := client.Do(req) // want "body-not-closed: "
		if err != nil {
			return nil, err
		}
		if resp.StatusCode < http.StatusInternalServerError {
			defer resp.Body.Close()
			return io.ReadAll(resp.Body)
		}
		if i == 2 {
			return nil, errors.New(resp.Status)
		}
		_, _ = io.Copy(io.Discard, resp.Body)
		resp.Body.Close()
	}
}

// Whatever came before, each response is read and closed.
func always(client *http.Client, req *http.Request) ([]byte, error) {
	var failure error
	for i := 0; i < 3; i++ {
		resp, err := client.Do(req)
		if err != nil {
			failure = err
			continue
		}
		content, err := io.ReadAll(resp.Body)
		resp.Body.Close()
		if err == nil && resp.StatusCode < http.StatusInternalServerError {
			return content, nil
		}
		failure = errors.New(resp.Status)
	}
	return nil, failure
}

// The loop runs at least once.
func counted(client *http.Client, req *http.Request) (content []byte, err error) {
	resp, err := client.Do(req)
	if err != nil {
		return nil, err
	}
	for i := 0; i < 1; i++ {
		content, err = io.ReadAll(resp.Body)
		resp.Body.Close()
	}
	return content, err
}

const most = 3

// The last attempt's response is returned: the loop ends there, for the counter has come to its bound.
func handedOver(client *http.Client, req *http.Request) (resp *http.Response, err error) {
	for i := 0; i < most; i++ {
		resp, err = client.Do(req)
		if err != nil {
			continue
		}
		if resp.StatusCode < http.StatusInternalServerError {
			return resp, nil
		}
		if i < most-1 {
			_, _ = io.Copy(io.Discard, resp.Body)
			resp.Body.Close()
		}
	}
	return resp, err
}

type retrier struct{ most int }

func (r retrier) handedOver(client *http.Client, req *http.Request) (resp *http.Response, err error) {
	for i := 0; i <= r.most; i++ {
		resp, err = client.Do(req)
		if err == nil && resp.StatusCode < http.StatusInternalServerError {
			return resp, nil
		}
		if err == nil && i != r.most {
			_, _ = io.Copy(io.Discard, resp.Body)
			resp.Body.Close()
		}
	}
	return resp, err
}

func handedOverOf(client *http.Client, reqs []*http.Request) (resp *http.Response, err error) {
	for i := 0; i < len(reqs); i++ {
		resp, err = client.Do(reqs[i])
		if err != nil {
			return nil, err
		}
		if i == len(reqs)-1 {
			continue
		}
		_, _ = io.Copy(io.Discard, resp.Body)
		resp.Body.Close()
	}
	return resp, err
}

// One too many: the response of the last attempt but one is lost.
func tooEarly(client *http.Client, req *http.Request) (resp *http.Response, err error) {
	for i := 0; i < most; i++ {
		resp, err = client.Do(req) // want "body-not-closed: "
		if err != nil {
			continue
		}
		if i < most-2 {
			_, _ = io.Copy(io.Discard, resp.Body)
			resp.Body.Close()
		}
	}
	return resp, err
}
