// Command leaking gives no connection back: a larger pool would hold none.
package main

import (
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
	}
}
