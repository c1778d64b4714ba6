// Command once sends fewer requests than its transport allows connections.
package main

import (
	"fmt"
	"net/http"
	"os"
)

var client = &http.Client{Transport: &http.Transport{MaxConnsPerHost: 4}}

func main() {
	if resp, err := client.Get(os.Args[1]); err == nil { // want `body-not-closed: `
		fmt.Println(resp.Status)
	}
	for attempt := 0; attempt < 4; attempt++ {
		if resp, err := client.Get(os.Args[2]); err == nil { // want `body-not-closed: `
			fmt.Println(resp.Status)
		}
	}
	for _, url := range os.Args[3:] {
		if resp, err := client.Get(url); err == nil { // want `connections-exhausted: `
			fmt.Println(resp.Status)
		}
	}
}
