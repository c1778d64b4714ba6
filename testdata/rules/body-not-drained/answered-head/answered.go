package answered

import (
	"encoding/json"
	"io"
	"net/http"
)

// release drains where there is something to drain.
func release(resp *http.Response) {
	if resp == nil || resp.Body == nil {
		return
	}
	if resp.ContentLength == 0 || (resp.Request != nil && resp.Request.Method == http.MethodHead) {
		_ = resp.Body.Close()
		return
	}
	_, _ = io.Copy(io.Discard, resp.Body)
	_ = resp.Body.Close()
}

// releaseByMethod takes a POST for what has no body.
func releaseByMethod(resp *http.Response) {
	if resp.Request.Method == http.MethodPost {
		_ = resp.Body.Close()
		return
	}
	_, _ = io.Copy(io.Discard, resp.Body)
	_ = resp.Body.Close()
}

func Remove(client *http.Client, req *http.Request) error {
	resp, err := client.Do(req)
	defer release(resp)
	return err
}

func Inspect(client *http.Client, url string, into any) error {
	resp, err := client.Get(url)
	if err != nil {
		return err
	}
	defer release(resp)
	return json.NewDecoder(resp.Body).Decode(into)
}

func RemoveByMethod(client *http.Client, req *http.Request) error {
	resp, err := client.Do(req) // want "resp from client.Do is closed without having been read"
	if err != nil {
		return err
	}
	defer releaseByMethod(resp)
	return nil
}

func Switched(client *http.Client, req *http.Request) (string, error) {
	resp, err := client.Do(req)
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	switch resp.Request.Method {
	case "HEAD":
		return resp.Status, nil
	default:
		all, err := io.ReadAll(resp.Body)
		return string(all), err
	}
}

func SwitchedWrongly(client *http.Client, req *http.Request) (string, error) {
	resp, err := client.Do(req) // want "resp from client.Do is closed without having been read"
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	switch resp.Request.Method {
	case "GET":
		return resp.Status, nil
	default:
		all, err := io.ReadAll(resp.Body)
		return string(all), err
	}
}

// failure reads what a failed request is answered with.
func failure(resp *http.Response) error {
	if resp.StatusCode < 400 {
		return nil
	}
	var method string
	if resp.Request != nil {
		method = resp.Request.Method
	}
	if method != http.MethodHead {
		_, _ = io.Copy(io.Discard, resp.Body)
	}
	return io.ErrUnexpectedEOF
}

func Checked(client *http.Client, req *http.Request) (string, error) {
	resp, err := client.Do(req)
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	if err := failure(resp); err != nil {
		return "", err
	}
	all, err := io.ReadAll(resp.Body)
	return string(all), err
}
