package closing

import (
	"log"
	"net/http"
)

func ping(url string) error {
	_, err := http.Get(url)
	return err
}

func pingChecked(url string) error {
	_, err := http.Get(url)
	if err != nil {
		return err
	}
	return nil
}

func pingAssigned(url string) (err error) {
	_, err = http.Get(url)
	if err != nil {
		log.Print(err)
	}
	return err
}

func pingInCondition(url string) error {
	if _, err := http.Get(url); err != nil {
		return err
	}
	return nil
}

func reachable(url string) bool {
	if _, err := http.Get(url); err == nil {
		return true
	}
	return false
}

func notify(url string) {
	http.Get(url) //nolint:errcheck
	_, _ = http.Get(url)
}

func all(urls []string) {
	for _, url := range urls {
		http.Get(url)
	}
}

func several(url string) error {
	_, err := http.Get(url)
	if err != nil {
		return err
	}
	_, err = http.Get(url)
	if err != nil {
		return err
	}
	_, err = http.Get(url)
	return err
}

func probe(url string) *http.Response {
	resp, err := http.Get(url)
	if err != nil {
		panic(err)
	}
	return resp
}

// There is no error to look at.
func only(url string) {
	probe(url)
	_ = probe(url + "/more")
}

func attempt(try func() error) error { return try() }

// retried may have neither a response nor an error: that is for attempt to say.
func retried(url string) (*http.Response, error) {
	var resp *http.Response
	err := attempt(func() (err error) {
		resp, err = http.Get(url)
		return err
	})
	return resp, err
}

func again(url string) (*http.Response, error) {
	return retried(url)
}

func thrown(url string) error {
	_, _ = again(url)
	_, err := again(url)
	return err
}

type sender interface {
	send(url string) (*http.Response, error)
}

type real struct{}

func (real) send(url string) (*http.Response, error) { return http.Get(url) }

// fake answers nothing, and has no error either.
type fake struct{}

func (fake) send(string) (*http.Response, error) { return nil, nil }

func through(by sender, url string) error {
	_, err := by.send(url)
	return err
}
