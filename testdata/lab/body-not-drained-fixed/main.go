// Command body-not-drained-fixed checks again and again whether a server is there, and reads what it answers.
package main

import (
	"io"
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
	_, _ = io.Copy(io.Discard, resp.Body)
	return resp.StatusCode == http.StatusOK
}
