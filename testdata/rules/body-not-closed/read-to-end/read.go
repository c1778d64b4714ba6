// Package read shows bodies that need no Close: the transport has seen their end.
package read

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"io"
	"net/http"
	"net/http/httputil"
	"strings"
)

func all(url string) ([]byte, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	return io.ReadAll(resp.Body)
}

func discard(url string) (int, error) {
	resp, err := http.Get(url)
	if err != nil {
		return 0, err
	}
	io.Copy(io.Discard, resp.Body)
	return resp.StatusCode, nil
}

func buffer(url string) (string, error) {
	resp, err := http.Get(url)
	if err != nil {
		return "", err
	}
	var content bytes.Buffer
	_, err = content.ReadFrom(resp.Body)
	return content.String(), err
}

func dump(url string) ([]byte, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	return httputil.DumpResponse(resp, true)
}

// A body over the limit is neither at EOF nor closed.
func limited(url string) ([]byte, error) {
	resp, err := http.Get(url) // want `body-not-closed: `
	if err != nil {
		return nil, err
	}
	return io.ReadAll(http.MaxBytesReader(nil, resp.Body, 1<<20))
}

// A writer that fails ends the copy before the end of the body.
func copied(url string, w io.Writer) error {
	resp, err := http.Get(url) // want `body-not-closed: resp from http.Get is not closed and perhaps not read to EOF`
	if err != nil {
		return err
	}
	_, err = io.Copy(w, resp.Body)
	return err
}

func relayed(url string, w io.Writer) error {
	resp, err := http.Get(url) // want `body-not-closed: resp from http.Get`
	if err != nil {
		return err
	}
	return resp.Write(w)
}

// A line that is too long ends the loop.
func counted(url string) (lines int, err error) {
	resp, err := http.Get(url) // want `body-not-closed: resp from http.Get`
	if err != nil {
		return 0, err
	}
	scanner := bufio.NewScanner(resp.Body)
	for scanner.Scan() {
		lines++
	}
	return lines, scanner.Err()
}

// Memory and hashes take everything.
func hashed(url string) ([]byte, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	sum := sha256.New()
	_, err = io.Copy(sum, resp.Body)
	return sum.Sum(nil), err
}

func held(url string) (string, error) {
	resp, err := http.Get(url)
	if err != nil {
		return "", err
	}
	var text strings.Builder
	if _, err := io.Copy(&text, resp.Body); err != nil {
		return "", err
	}
	return text.String(), nil
}
