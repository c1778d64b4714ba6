package closing

import (
	"errors"
	"net/http"
	"time"
)

func retry(client *http.Client, req *http.Request) (*http.Response, error) {
	for attempt := 0; attempt < 3; attempt++ {
		resp, err := client.Do(req)
		if err != nil {
			continue
		}
		if resp.StatusCode < http.StatusInternalServerError {
			return resp, nil
		}
		// Give it some time.
		time.Sleep(time.Second)
	}
	return nil, errors.New("too many attempts")
}

func until(client *http.Client, req *http.Request) (resp *http.Response, err error) {
	for {
		resp, err = client.Do(req)
		if err == nil && resp.StatusCode == http.StatusOK {
			return resp, nil
		}
		time.Sleep(time.Second)
	}
}

func busy(client *http.Client, req *http.Request) (*http.Response, error) {
	for {
		resp, err := client.Do(req)
		if err != nil {
			return nil, err
		}
		switch resp.StatusCode {
		case http.StatusTooManyRequests:
			continue
		case http.StatusOK:
			return resp, nil
		default:
			return nil, errors.New(resp.Status)
		}
	}
}

func statuses(urls []string) []int {
	var codes []int
	for _, url := range urls {
		resp, err := http.Get(url)
		if err != nil {
			continue
		}
		codes = append(codes, resp.StatusCode)
	}
	return codes
}

func poll(url string) {
	for {
		resp, err := http.Get(url)
		if err == nil && resp.StatusCode == http.StatusOK {
			break
		}
	}
}

func handed(url string) (*http.Response, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	if resp.StatusCode != http.StatusOK {
		return nil, errors.New(resp.Status)
	}
	return resp, nil
}
