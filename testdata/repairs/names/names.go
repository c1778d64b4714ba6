package names

import (
	stdio "io"
	"net/http"
)

func aliased(url string) bool {
	resp, err := http.Get(url)
	if err != nil {
		return false
	}
	defer resp.Body.Close()
	return resp.StatusCode == http.StatusOK
}

var _ stdio.Reader
