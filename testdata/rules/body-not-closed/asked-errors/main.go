// Package askederrors asks of errors what they are, in functions of its own and through fields: there is a response where
// there is no error, and then none of them says yes.
package askederrors

import (
	"errors"
	"io"
	"net"
	"net/http"
	"os"
	"syscall"
)

func isRefused(err error) bool {
	return errors.Is(err, syscall.ECONNREFUSED)
}

func isWrongPort(err error, host string) bool {
	if isRefused(err) || os.IsTimeout(err) {
		_, port, _ := net.SplitHostPort(host)
		return port == ""
	}
	return false
}

type fallback struct {
	next http.RoundTripper
}

func (f *fallback) RoundTrip(req *http.Request) (*http.Response, error) {
	resp, err := f.next.RoundTrip(req)
	if !isRefused(err) && !isWrongPort(err, req.URL.Host) {
		return resp, err
	}
	plain := req.Clone(req.Context())
	plain.URL.Scheme = "http"
	return f.next.RoundTrip(plain)
}

func isWrong(resp *http.Response, err error) bool {
	return isRefused(err) || resp.StatusCode >= http.StatusInternalServerError
}

// A response can be wrong without an error.
func (f *fallback) again(req *http.Request) (*http.Response, error) {
	resp, err := f.next.RoundTrip(req) // want "body-not-closed: resp from f.next.RoundTrip is not closed"
	if !isWrong(resp, err) {
		return resp, err
	}
	return f.next.RoundTrip(req.Clone(req.Context()))
}

// Result tells in a field what went wrong.
type Result struct {
	Header http.Header
	Size   int64
	Err    error
}

func parse(resp *http.Response, err error) (io.ReadCloser, http.Header, error) {
	if resp != nil {
		return resp.Body, resp.Header, err
	}
	return nil, nil, err
}

func Size(url string) (r Result) {
	resp, err := http.Get(url)
	_, r.Header, r.Err = parse(resp, err)
	if r.Err != nil {
		return
	}
	defer resp.Body.Close()
	r.Size, r.Err = io.Copy(io.Discard, resp.Body)
	return
}

func Start(url string) (r Result) {
	resp, err := http.Get(url) // want "body-not-closed: resp from http.Get is not closed"
	_, r.Header, r.Err = parse(resp, err)
	if r.Err == nil {
		return
	}
	resp.Body.Close()
	return
}
