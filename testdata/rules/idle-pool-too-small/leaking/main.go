// Command leaking gives no connection back that can be used again: a larger pool would hold none.
package main

import (
	"io"
	"net/http"
	"os"
)

func main() {
	for i := 0; i < 100; i++ {
		go func() {
			http.Get(os.Args[1]) // want `body-not-closed: `
		}()
		go func() {
			resp, err := http.Get(os.Args[1]) // want `body-not-drained: `
			if err != nil {
				return
			}
			resp.Body.Close()
		}()
		go closing()
	}
}

// closing asks the server to close the connection.
func closing() {
	req, err := http.NewRequest(http.MethodGet, os.Args[1], nil)
	if err != nil {
		return
	}
	req.Close = true
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return
	}
	io.Copy(io.Discard, resp.Body)
	resp.Body.Close()
}
