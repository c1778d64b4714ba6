// Package counted reads bodies in loops that count: a loop that reads is not passed by unread.
package counted

import (
	"io"
	"net/http"
)

const most = 1 << 20

func upTo(url string) (n int, err error) {
	resp, err := http.Get(url) // want "body-partly-read: "
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	buffer := make([]byte, 4096)
	for n < most {
		m, err := resp.Body.Read(buffer)
		n += m
		if err != nil {
			break
		}
	}
	return n, nil
}

func times(url string) error {
	resp, err := http.Get(url) // want "body-partly-read: "
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	buffer := make([]byte, 16)
	for i := 0; i < 4; i++ {
		if _, err := io.ReadFull(resp.Body, buffer); err != nil {
			return err
		}
	}
	return nil
}

func blocks(url string, count int) error {
	resp, err := http.Get(url) // want "body-partly-read: "
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	buffer := make([]byte, 16)
	for range count {
		if _, err := io.ReadFull(resp.Body, buffer); err != nil {
			return err
		}
	}
	return nil
}

func announced(url string) error {
	resp, err := http.Get(url) // want "body-partly-read: "
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	buffer := make([]byte, 4096)
	for left := resp.ContentLength; left > 0; {
		n, err := resp.Body.Read(buffer)
		if err != nil {
			return err
		}
		left -= int64(n)
	}
	return nil
}

// What a loop does besides reading does not matter when it is passed by.
func skipped(url string, names []string) error {
	resp, err := http.Get(url) // want "body-not-drained: "
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	for _, name := range names {
		println(name)
	}
	return nil
}
