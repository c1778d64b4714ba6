package branches

import (
	"errors"
	"io"
	"net/http"
)

// One deferred call is shorter than a Close on each way.
func many(url string) ([]byte, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	if resp.StatusCode == http.StatusNotFound {
		return nil, errors.New("not found")
	}
	if resp.StatusCode == http.StatusTooManyRequests {
		return nil, errors.New("too many")
	}
	if resp.StatusCode != http.StatusOK {
		return nil, errors.New(resp.Status)
	}
	data, err := io.ReadAll(resp.Body)
	resp.Body.Close()
	return data, err
}

// Each answer is closed where it was last looked at.
func rounds(urls []string) (sum int, err error) {
	for _, url := range urls {
		resp, err := http.Get(url)
		if err != nil {
			return 0, err
		}
		sum += resp.StatusCode

		// Once more.
		resp, err = http.Get(url + "/more")
		if err != nil {
			return 0, err
		}
		sum += resp.StatusCode
	}
	return sum, nil
}
