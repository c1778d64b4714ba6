package early

import (
	"fmt"
	"io"
	"net/http"
)

func deferFirst(url string) ([]byte, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	content, err := io.ReadAll(resp.Body)
	if err != nil {
		return nil, err
	}
	if resp.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("status %d: %s", resp.StatusCode, content)
	}
	return content, nil
}

func closedInEveryCase(url string) (err error) {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	_, err = io.Copy(io.Discard, resp.Body)
	switch {
	case resp.StatusCode >= 500:
		resp.Body.Close()
		return fmt.Errorf("server: %s", resp.Status)
	case resp.StatusCode >= 400:
		resp.Body.Close()
		return fmt.Errorf("client: %s", resp.Status)
	}
	if closeErr := resp.Body.Close(); err == nil {
		err = closeErr
	}
	return err
}
