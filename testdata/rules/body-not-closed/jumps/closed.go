package jumps

import (
	"errors"
	"io"
	"net/http"
)

func labelledBreak(urls []string) (found string, err error) {
search:
	for _, url := range urls {
		resp, err := http.Get(url)
		if err != nil {
			return "", err
		}
		io.Copy(io.Discard, resp.Body)
		resp.Body.Close()
		switch resp.StatusCode {
		case http.StatusOK:
			found = url
			break search
		case http.StatusGone:
			continue search
		}
	}
	return found, nil
}

func gotoClose(url string) (err error) {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	if resp.StatusCode != http.StatusOK {
		err = errors.New(resp.Status)
		goto end
	}
	if resp.Header.Get("Content-Type") == "" {
		err = errors.New("no type")
	}
end:
	io.Copy(io.Discard, resp.Body)
	resp.Body.Close()
	return err
}

func again(url string) error {
retry:
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	io.Copy(io.Discard, resp.Body)
	resp.Body.Close()
	if resp.StatusCode == http.StatusTooManyRequests {
		goto retry
	}
	return nil
}

func selectedBoth(url string, results chan<- string, stop <-chan struct{}) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	content, err := io.ReadAll(resp.Body)
	if err != nil {
		return err
	}
	select {
	case results <- string(content):
	case <-stop:
	}
	return nil
}
