// Package configured gives HTTP/2 to a transport that would have HTTP/1 only.
package configured

import (
	"crypto/tls"
	"io"
	"net/http"
	"sync"

	"example.com/http2/http2"
)

var client = &http.Client{Transport: &http.Transport{TLSClientConfig: &tls.Config{InsecureSkipVerify: true}}}

func init() {
	http2.ConfigureTransport(client.Transport.(*http.Transport))
}

func All() {
	var group sync.WaitGroup
	for i := 0; i < 40; i++ {
		group.Add(1)
		go func() {
			defer group.Done()
			resp, err := client.Get("https://api.example.com/status") // want `idle-pool-too-small: 40 goroutines .* unless the server speaks HTTP/2`
			if err != nil {
				return
			}
			defer resp.Body.Close()
			io.Copy(io.Discard, resp.Body)
		}()
	}
	group.Wait()
}

// Proxy may ask with HTTP/2: how many requests come at once is not known either.
func Proxy(w http.ResponseWriter, r *http.Request) {
	resp, err := client.Get("https://api.example.com/status")
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	defer resp.Body.Close()
	io.Copy(w, resp.Body)
}
