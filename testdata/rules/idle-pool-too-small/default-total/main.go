// Command default-total lets the default transport keep many connections, but not for one host.
package main

import (
	"io"
	"net/http"
	"sync"
)

func init() {
	http.DefaultTransport.(*http.Transport).MaxIdleConns = 1000
}

func main() {
	var group sync.WaitGroup
	for range 100 {
		group.Go(func() {
			resp, err := http.Get("http://127.0.0.1:1/") // want `idle-pool-too-small: 100 goroutines .* keeps 2 idle`
			if err != nil {
				return
			}
			defer resp.Body.Close()
			io.Copy(io.Discard, resp.Body)
		})
	}
	group.Wait()
}
