package limits

import (
	"errors"
	"io"
	"net/http"
)

const most = 1 << 20

var errTooLarge = errors.New("too large")

// whole reads one byte more than is allowed: with less than that, the end was seen.
func whole(url string) ([]byte, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	content, err := io.ReadAll(io.LimitReader(resp.Body, most+1))
	if err != nil {
		return nil, err
	}
	if int64(len(content)) > most {
		_, _ = io.Copy(io.Discard, resp.Body)
		return nil, errTooLarge
	}
	return content, nil
}

// cut keeps what there is up to the limit.
func cut(url string) ([]byte, error) {
	resp, err := http.Get(url) // want "body-partly-read: "
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	content, err := io.ReadAll(io.LimitReader(resp.Body, most))
	if err != nil {
		return nil, err
	}
	return content, nil
}

// checked gives up what is too large: that is meant.
func checked(url string) ([]byte, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	content, err := io.ReadAll(io.LimitReader(resp.Body, most+1))
	if err != nil {
		return nil, err
	}
	if len(content) > most {
		return nil, errTooLarge
	}
	return content, nil
}

// started looks only whether there is something: the rest is left.
func started(url string) ([]byte, error) {
	resp, err := http.Get(url) // want "body-partly-read: "
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	content, err := io.ReadAll(io.LimitReader(resp.Body, 512))
	if err != nil {
		return nil, err
	}
	if len(content) > 0 {
		return content, nil
	}
	return nil, errTooLarge
}
