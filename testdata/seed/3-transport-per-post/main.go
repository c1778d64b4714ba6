// Command transport-per-post sends one document after the other. DoRequest builds a transport for each of them, so that
// every connection goes idle in a pool that nobody uses again.
package main

import (
	"io"
	"log"
	"net"
	"net/http"
	"os"
	"strings"
	"time"
)

func main() {
	if len(os.Args) != 2 {
		log.Fatal("usage: transport-per-post URL")
	}
	for i := 0; i < 50; i++ {
		answer, err := DoRequest(os.Args[1], `{"message": "hello"}`)
		if err != nil {
			log.Fatal(err)
		}
		log.Printf("%d bytes", len(answer))
	}
}

// DoRequest posts a document and returns the answer.
func DoRequest(url, document string) ([]byte, error) {
	transport := http.Transport{ // want `transport-per-call: `
		Dial: dialTimeout,
	}
	client := http.Client{
		Transport: &transport,
	}
	resp, err := client.Post(url, "application/json", strings.NewReader(document))
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

func dialTimeout(network, address string) (net.Conn, error) {
	return net.DialTimeout(network, address, 2*time.Second)
}
