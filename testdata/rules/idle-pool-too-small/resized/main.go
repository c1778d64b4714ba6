// Command resized sizes transports in other functions than those that make them.
package main

import (
	"io"
	"net/http"
	"sync"
)

const burst = 20

var transport = &http.Transport{}

var client = &http.Client{Transport: transport}

var cloned = &http.Client{Transport: http.DefaultTransport.(*http.Transport).Clone()}

func size(n int) {
	transport.MaxIdleConnsPerHost = n
	cloned.Transport.(*http.Transport).MaxIdleConnsPerHost = n
}

func main() {
	size(burst)
	var group sync.WaitGroup
	for i := 0; i < burst; i++ {
		group.Add(1)
		go func() {
			defer group.Done()
			if resp, err := client.Get("http://127.0.0.1:1/"); err == nil {
				drain(resp)
			}
			if resp, err := cloned.Get("http://127.0.0.1:1/"); err == nil {
				drain(resp)
			}
		}()
	}
	group.Wait()
}

func drain(resp *http.Response) {
	io.Copy(io.Discard, resp.Body)
	resp.Body.Close()
}
