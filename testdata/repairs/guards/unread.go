package guards

import (
	"log"
	"net/http"
)

// What needs no drain: go vet wants no defer right behind the call.
func own(url string) int {
	client := &http.Client{Transport: &http.Transport{DisableKeepAlives: true}}
	resp, _ := client.Get(url)
	return resp.StatusCode
}

func ownTold(url string) int {
	client := &http.Client{Transport: &http.Transport{DisableKeepAlives: true}}
	resp, err := client.Get(url)
	if err != nil {
		log.Print(err)
	}
	return resp.StatusCode
}

// Each has the error of the block in which it stands.
func twice(url string) error {
	_, err := http.Get(url + "/first")
	if err != nil {
		return err
	}
	_, err = http.Get(url + "/second")
	if err != nil {
		return err
	}
	return nil
}

func inner(url string) error {
	var err error
	for range 2 {
		_, err = http.Get(url)
	}
	return err
}

func named(url string) (err error) {
	_, err = http.Get(url)
	return err
}
