// Command undrained asks one server again and again, one request after the other. Every body is closed and none is
// read, so that each request opens a connection of its own and leaves the last one in TIME_WAIT.
package main

import (
	"log"
	"net/http"
	"os"
)

func main() {
	if len(os.Args) != 2 {
		log.Fatal("usage: undrained URL")
	}
	for i := 0; i < 500; i++ {
		resp, err := http.Get(os.Args[1]) // want `body-not-drained: `
		if err != nil {
			log.Fatal(err)
		}
		if resp.StatusCode != http.StatusOK {
			log.Printf("request %d: %s", i, resp.Status)
		}
		resp.Body.Close()
	}
}
