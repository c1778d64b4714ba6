package conditions

import (
	"net/http"
	"sync"
)

// first tells whether it is called for the first time.
func first(once *sync.Once, reports chan<- error, err error) (isFirst bool) {
	once.Do(func() {
		isFirst = true
		reports <- err
	})
	return isFirst
}

func watch(client *http.Client, url string, reports chan error) {
	var once sync.Once
	for {
		resp, err := client.Get(url) // want `body-not-closed: `
		if err != nil {
			return
		}
		if resp.StatusCode != http.StatusOK && first(&once, reports, http.ErrNotSupported) {
			return
		}
		resp.Body.Close()
	}
}

func marked(once *sync.Once, client *http.Client, url string) {
	resp, err := client.Get(url) // want `body-not-closed: `
	if err != nil {
		return
	}
	done := false
	once.Do(func() { done = true })
	if done {
		return
	}
	resp.Body.Close()
}
