package errorinfield

import (
	"io"
	"net/http"
)

type Result struct {
	Header http.Header
	Err    error
}

type Image struct{ Result }

func parts(resp *http.Response, err error) (io.ReadCloser, http.Header, error) {
	if resp != nil {
		return resp.Body, resp.Header, err
	}
	return nil, nil, err
}

// Make has an error in an embedded struct: the one that it was given with the response.
func Make(req *http.Request) (image Image) {
	resp, err := http.DefaultClient.Do(req)
	_, image.Header, image.Err = parts(resp, err)
	if image.Err != nil {
		return
	}
	defer resp.Body.Close()
	_, image.Err = io.Copy(io.Discard, resp.Body)
	return
}
