// Command changed-default enlarges the pool of the default transport.
package main

import (
	"io"
	"net/http"
	"os"
	"sync"
)

func init() {
	http.DefaultTransport.(*http.Transport).MaxIdleConnsPerHost = 100
}

func main() {
	var group sync.WaitGroup
	for i := 0; i < 100; i++ {
		group.Add(1)
		go func() {
			defer group.Done()
			resp, err := http.Get(os.Args[1])
			if err != nil {
				return
			}
			io.Copy(io.Discard, resp.Body)
			resp.Body.Close()
		}()
	}
	group.Wait()
}
