package own

import "net/http"

// A connection that is kept in this transport serves nobody.
func alive(url string) bool {
	client := &http.Client{Transport: &http.Transport{}}
	resp, err := client.Get(url)
	if err != nil {
		return false
	}
	defer resp.Body.Close()
	return resp.StatusCode == http.StatusOK
}

func never(url string) bool {
	client := &http.Client{Transport: &http.Transport{}}
	resp, err := client.Get(url)
	if err != nil {
		return false
	}
	return resp.StatusCode == http.StatusOK
}
