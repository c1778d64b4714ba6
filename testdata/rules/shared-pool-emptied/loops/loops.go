// Package loops has loops around requests.
package loops

import (
	"io"
	"net/http"
	"time"
)

func get(client *http.Client, url string) error {
	resp, err := client.Get(url)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	_, err = io.Copy(io.Discard, resp.Body)
	return err
}

func each(client *http.Client, urls []string) error {
	for _, url := range urls {
		if err := get(client, url); err != nil {
			return err
		}
		client.CloseIdleConnections() // want `shared-pool-emptied: The pool of client is shared, and this empties it in each iteration of a loop in each: `
	}
	return nil
}

func getAndTidy(client *http.Client, url string) error {
	defer client.CloseIdleConnections() // want `shared-pool-emptied: `
	return get(client, url)
}

func tidying(urls []string) error {
	client := &http.Client{Transport: &http.Transport{}}
	for _, url := range urls {
		if err := getAndTidy(client, url); err != nil {
			return err
		}
	}
	return nil
}

// At the end of the loop the client is given up.
func atEnd(urls []string) error {
	client := &http.Client{Transport: &http.Transport{}}
	defer client.CloseIdleConnections()
	for _, url := range urls {
		if err := get(client, url); err != nil {
			return err
		}
	}
	return nil
}

func newClient() *http.Client {
	return &http.Client{Transport: &http.Transport{DisableCompression: true}}
}

func getAlone(client *http.Client, url string) error {
	defer client.CloseIdleConnections()
	return get(client, url)
}

// Each iteration has a client of its own.
func ownClients(urls []string) error {
	for _, url := range urls {
		if err := getAlone(newClient(), url); err != nil {
			return err
		}
	}
	return nil
}

// Until the next tick nobody needs the connection.
func poll(client *http.Client, url string, ticker *time.Ticker) error {
	for range ticker.C {
		if err := get(client, url); err != nil {
			return err
		}
		client.CloseIdleConnections()
	}
	return nil
}

func slowly(client *http.Client, urls []string) error {
	for _, url := range urls {
		if err := get(client, url); err != nil {
			return err
		}
		client.CloseIdleConnections()
		time.Sleep(time.Hour)
	}
	return nil
}

func retry(client *http.Client, url string) (err error) {
	for range [5]int{} {
		if err = get(client, url); err == nil {
			return nil
		}
		// The server may have gone away.
		client.CloseIdleConnections()
	}
	return err
}
