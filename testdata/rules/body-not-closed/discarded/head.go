package discarded

import "net/http"

func exists(url string) bool {
	_, err := http.Head(url)
	return err == nil
}

func existsWith(client *http.Client, url string) (bool, error) {
	resp, err := client.Head(url)
	if err != nil {
		return false, err
	}
	return resp.StatusCode == http.StatusOK, nil
}
