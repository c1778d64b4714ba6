// Package attempts counts requests by ranging over a number, or over what they are sent to.
package attempts

import (
	"errors"
	"io"
	"net/http"
)

const most = 3

// The last attempt's response is returned: the loop ends there, for the key has come to its limit.
func handedOver(client *http.Client, req *http.Request) (resp *http.Response, err error) {
	for i := range most {
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

func returnedAtLast(client *http.Client, req *http.Request, times int) (*http.Response, error) {
	for i := range times {
		resp, err := client.Do(req)
		if err != nil {
			return nil, err
		}
		if resp.StatusCode < http.StatusInternalServerError || i == times-1 {
			return resp, nil
		}
		_, _ = io.Copy(io.Discard, resp.Body)
		resp.Body.Close()
	}
	return nil, errors.New("not one attempt")
}

func keptForLast(client *http.Client, req *http.Request, times int) (*http.Response, error) {
	var last *http.Response
	for i := range times {
		resp, err := client.Do(req)
		if err != nil {
			return nil, err
		}
		if resp.StatusCode < http.StatusInternalServerError {
			return resp, nil
		}
		last = resp
		if i+1 < times {
			_, _ = io.Copy(io.Discard, resp.Body)
			resp.Body.Close()
		}
	}
	return last, nil
}

// Each mirror but the last is left when it fails.
func fromMirrors(client *http.Client, mirrors []string) (resp *http.Response, err error) {
	for i, mirror := range mirrors {
		resp, err = client.Get(mirror)
		if err != nil {
			continue
		}
		if resp.StatusCode != http.StatusOK && i < len(mirrors)-1 {
			_, _ = io.Copy(io.Discard, resp.Body)
			resp.Body.Close()
			continue
		}
		break
	}
	return resp, err
}

// The response of the last attempt stays open.
func unlessLast(client *http.Client, req *http.Request) ([]byte, error) {
	var failure error
	for i := range most {
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
		if i < most-1 {
			_, _ = io.Copy(io.Discard, resp.Body)
			resp.Body.Close()
		}
	}
	return nil, failure
}

// One attempt too early, a response is left open that the next one takes the place of.
func unlessLastButOne(client *http.Client, req *http.Request) (resp *http.Response, err error) {
	for i := range most {
		resp, err = client.Do(req) // want "body-not-closed: "
		if err != nil {
			continue
		}
		if resp.StatusCode < http.StatusInternalServerError {
			return resp, nil
		}
		if i < most-2 {
			_, _ = io.Copy(io.Discard, resp.Body)
			resp.Body.Close()
		}
	}
	return resp, err
}

// The inner loop begins again with each outer one.
func nested(client *http.Client, requests []*http.Request) (resp *http.Response, err error) {
	for _, req := range requests {
		for i := range most {
			resp, err = client.Do(req) // want "body-not-closed: "
			if err != nil {
				continue
			}
			if i < most-1 {
				_, _ = io.Copy(io.Discard, resp.Body)
				resp.Body.Close()
			}
		}
	}
	return resp, err
}
