package drains

import (
	"io"
	"net/http"
)

const bound = 256 << 10

// The body is thrown away up to a bound: to give up the connection beyond it is meant.
func copied(url string) (int, error) {
	resp, err := http.Get(url)
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	_, _ = io.CopyN(io.Discard, resp.Body, bound)
	return resp.StatusCode, nil
}

func limited(url string) (int, error) {
	resp, err := http.Get(url)
	if err != nil {
		return 0, err
	}
	defer func() {
		_, _ = io.Copy(io.Discard, io.LimitReader(resp.Body, bound))
		resp.Body.Close()
	}()
	return resp.StatusCode, nil
}

// So few bytes that many answers have more: the connection is kept for the small ones alone.
func little(url string) (int, error) {
	resp, err := http.Get(url) // want "body-partly-read: resp from http.Get"
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	_, _ = io.CopyN(io.Discard, resp.Body, 4<<10)
	return resp.StatusCode, nil
}

var readLimit = int64(4096)

func limitedToLittle(url string) (int, error) {
	resp, err := http.Get(url) // want "body-partly-read: resp from http.Get"
	if err != nil {
		return 0, err
	}
	defer func() {
		_, _ = io.Copy(io.Discard, io.LimitReader(resp.Body, readLimit))
		resp.Body.Close()
	}()
	return resp.StatusCode, nil
}

// Somebody else has weighed it.
func limitedBy(url string, most int64) (int, error) {
	resp, err := http.Get(url)
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	_, _ = io.CopyN(io.Discard, resp.Body, most)
	return resp.StatusCode, nil
}

// What was read before is read.
func rest(url string) ([]byte, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	data, err := io.ReadAll(resp.Body)
	_, _ = io.CopyN(io.Discard, resp.Body, 1)
	return data, err
}

// What is skipped is no drain when more is read after it.
func skipped(url string, header []byte) error {
	resp, err := http.Get(url) // want "body-partly-read: resp from http.Get"
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if _, err := io.CopyN(io.Discard, resp.Body, 512); err != nil {
		return err
	}
	_, err = io.ReadFull(resp.Body, header)
	return err
}

// A bounded drain closes nothing.
func open(url string) (int, error) {
	resp, err := http.Get(url) // want "body-not-closed: resp from http.Get"
	if err != nil {
		return 0, err
	}
	_, _ = io.CopyN(io.Discard, resp.Body, bound)
	return resp.StatusCode, nil
}

// What is known to be larger than a bound is given up, too.
func announced(url string) (int, error) {
	resp, err := http.Get(url)
	if err != nil {
		return 0, err
	}
	defer func() {
		if resp.ContentLength <= bound {
			_, _ = io.CopyN(io.Discard, resp.Body, bound)
		}
		resp.Body.Close()
	}()
	return resp.StatusCode, nil
}

func tooLarge(url string, most int64) ([]byte, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	if resp.ContentLength > most {
		return nil, io.ErrShortBuffer
	}
	return io.ReadAll(resp.Body)
}

// Nothing is large that is only not empty.
func present(url string) (bool, error) {
	resp, err := http.Get(url) // want "body-not-drained: resp from http.Get"
	if err != nil {
		return false, err
	}
	defer resp.Body.Close()
	return resp.ContentLength > 0, nil
}

func some(url string) (bool, error) {
	resp, err := http.Get(url) // want "body-not-drained: resp from http.Get"
	if err != nil {
		return false, err
	}
	defer resp.Body.Close()
	if resp.ContentLength > 0 {
		return true, nil
	}
	return false, nil
}
