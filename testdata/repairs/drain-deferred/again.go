package deferred

import (
	"net/http"
)

// The variable is assigned again: each deferred call closes the body that was there when it was deferred.
func twice(url string) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	resp, err = http.Get(url + "/more")
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	return nil
}

func dump(*http.Response) {}

// What is given the response may replace its body.
func shown(url string) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	dump(resp)
	return nil
}
