// Command undrained-fixed asks one server again and again, one request after the other. Every body is read to its end
// before it is closed, so that one connection serves all requests.
package main

import (
	"io"
	"log"
	"net/http"
	"os"
)

func main() {
	if len(os.Args) != 2 {
		log.Fatal("usage: undrained-fixed URL")
	}
	for i := 0; i < 500; i++ {
		resp, err := http.Get(os.Args[1])
		if err != nil {
			log.Fatal(err)
		}
		if resp.StatusCode != http.StatusOK {
			log.Printf("request %d: %s", i, resp.Status)
		}
		io.Copy(io.Discard, resp.Body)
		resp.Body.Close()
	}
}
