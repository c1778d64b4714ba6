package main

import (
	"io"
	"log"
	"net/http"
	"os"
	"time"
)

func main() {
	for i := 0; i < 50; i++ {
		if err := literal(os.Args[1]); err != nil {
			log.Fatal(err)
		}
		if err := cloned(os.Args[1]); err != nil {
			log.Fatal(err)
		}
		if err := inClient(os.Args[1]); err != nil {
			log.Fatal(err)
		}
		if err := onlyClient(os.Args[1]); err != nil {
			log.Fatal(err)
		}
		if err := sharedTransport(os.Args[1]); err != nil {
			log.Fatal(err)
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

func literal(url string) error {
	transport := &http.Transport{ResponseHeaderTimeout: time.Second} // want `transport-per-call: `
	client := &http.Client{Transport: transport}
	return read(client, url)
}

func cloned(url string) error {
	transport := http.DefaultTransport.(*http.Transport).Clone() // want `transport-per-call: `
	transport.IdleConnTimeout = 0
	return read(&http.Client{Transport: transport}, url)
}

func inClient(url string) error {
	client := http.Client{
		Timeout:   time.Second,
		Transport: &http.Transport{Proxy: http.ProxyFromEnvironment}, // want `transport-per-call: `
	}
	resp, err := client.Get(url)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	_, err = io.ReadAll(resp.Body)
	return err
}

// onlyClient makes a client for each call; all of them share the default transport.
func onlyClient(url string) error {
	return read(&http.Client{Timeout: time.Second}, url)
}

var transport = &http.Transport{MaxIdleConnsPerHost: 4}

func sharedTransport(url string) error {
	return read(&http.Client{Transport: transport, Timeout: time.Second}, url)
}
