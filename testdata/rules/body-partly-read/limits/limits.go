package limits

import (
	"bytes"
	"errors"
	"io"
	"net/http"
)

const limit = 1 << 10

func limited(url string) ([]byte, error) {
	resp, err := http.Get(url) // want `body-partly-read: `
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(io.LimitReader(resp.Body, limit))
}

func copied(url string) (string, error) {
	resp, err := http.Get(url) // want `body-partly-read: `
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	var start bytes.Buffer
	if _, err := io.CopyN(&start, resp.Body, 16); err != nil {
		return "", err
	}
	return start.String(), nil
}

func full(url string) ([]byte, error) {
	resp, err := http.Get(url) // want `body-partly-read: `
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	start := make([]byte, 16)
	_, err = io.ReadFull(resp.Body, start)
	return start, err
}

// A body over the limit makes the read fail: what is lost then is lost on purpose.
func maxBytes(url string) ([]byte, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	body := http.MaxBytesReader(nil, resp.Body, limit)
	defer body.Close()
	return io.ReadAll(body)
}

func oneRead(url string) ([]byte, error) {
	resp, err := http.Get(url) // want `body-partly-read: `
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	start := make([]byte, 512)
	n, err := resp.Body.Read(start)
	if err != nil && err != io.EOF {
		return nil, err
	}
	return start[:n], nil
}

func limitedThenDrained(url string) ([]byte, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	content, err := io.ReadAll(io.LimitReader(resp.Body, limit))
	io.Copy(io.Discard, resp.Body)
	return content, err
}

func fullThenDrained(url string) ([]byte, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	defer func() {
		io.Copy(io.Discard, resp.Body)
		resp.Body.Close()
	}()
	start := make([]byte, 16)
	if _, err := io.ReadFull(resp.Body, start); err != nil {
		return nil, errors.New("too short")
	}
	return start, nil
}

func readLoop(url string) (total int, err error) {
	resp, err := http.Get(url)
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	buffer := make([]byte, 512)
	for {
		n, err := resp.Body.Read(buffer)
		total += n
		if err == io.EOF {
			return total, nil
		}
		if err != nil {
			return total, err
		}
	}
}
