package dumps

import (
	"net/http"
	"net/http/httputil"
	"os"
)

func headOnly(url string) ([]byte, error) {
	resp, err := http.Get(url) // want `body-not-drained: `
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return httputil.DumpResponse(resp, false)
}

func whole(url string) ([]byte, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return httputil.DumpResponse(resp, true)
}

func written(url string) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	return resp.Write(os.Stdout)
}
