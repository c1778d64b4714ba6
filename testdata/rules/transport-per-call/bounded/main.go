// Command bounded makes transports that keep no connection when the call is over.
package main

import (
	"io"
	"log"
	"net/http"
	"os"
)

func main() {
	for i := 0; i < 50; i++ {
		for _, ask := range []func(string) error{disabled, negative, closedIdle, closedClient, sometimes} {
			if err := ask(os.Args[1]); err != nil {
				log.Fatal(err)
			}
		}
	}
}

func read(client *http.Client, url string) error {
	resp, err := client.Get(url)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	_, err = io.Copy(io.Discard, resp.Body)
	return err
}

func disabled(url string) error {
	return read(&http.Client{Transport: &http.Transport{DisableKeepAlives: true}}, url)
}

func negative(url string) error {
	return read(&http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: -1}}, url)
}

func closedIdle(url string) error {
	transport := &http.Transport{}
	defer transport.CloseIdleConnections()
	return read(&http.Client{Transport: transport}, url)
}

func closedClient(url string) error {
	client := &http.Client{Transport: &http.Transport{}}
	defer client.CloseIdleConnections()
	return read(client, url)
}

var frugal = os.Getenv("FRUGAL") != ""

func sometimes(url string) error {
	transport := &http.Transport{} // want `transport-per-call: .*sometimes, which runs in a loop`
	if frugal {
		transport.DisableKeepAlives = true
	}
	return read(&http.Client{Transport: transport}, url)
}
