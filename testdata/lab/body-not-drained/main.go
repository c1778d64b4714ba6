// Command body-not-drained checks again and again whether a server is there. Only the status is of interest.
package main

import (
	"log"
	"net/http"
	"os"
)

func main() {
	for i := 0; i < 50; i++ {
		if !alive(os.Args[1]) {
			log.Fatal("not there")
		}
	}
}

func alive(url string) bool {
	resp, err := http.Get(url)
	if err != nil {
		return false
	}
	defer resp.Body.Close()
	return resp.StatusCode == http.StatusOK
}
