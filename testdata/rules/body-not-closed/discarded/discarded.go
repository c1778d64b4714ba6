package discarded

import (
	"log"
	"net/http"
	"strings"
)

func ping(url string) error {
	_, err := http.Get(url) // want `body-not-closed: `
	return err
}

func notify(url string) {
	if _, err := http.Post(url, "text/plain", strings.NewReader("done")); err != nil { // want `body-not-closed: `
		log.Print(err)
	}
}

func forget(client *http.Client, req *http.Request) {
	client.Do(req) // want `body-not-closed: `
}

func background(url string) {
	go http.Get(url) // want `body-not-closed: `
}

func assigned(url string) (err error) {
	_, err = http.Get(url) // want `body-not-closed: `
	return
}
