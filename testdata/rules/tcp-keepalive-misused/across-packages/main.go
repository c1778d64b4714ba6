// Command across gives transports dial functions of another package.
package main

import (
	"io"
	"log"
	"net"
	"net/http"
	"os"

	"example.com/across-packages/dial"
)

func main() {
	single := &http.Client{Transport: &http.Transport{DialContext: dial.Single}}
	get(single)
	room := make(chan struct{}, 4)
	get(&http.Client{Transport: limited(room)})
}

func limited(room chan struct{}) *http.Transport {
	dialer := &net.Dialer{KeepAlive: -1} // want "tcp-keepalive-misused: A negative KeepAlive"
	return &http.Transport{DialContext: dial.Limited(room, dialer.DialContext)}
}

func get(client *http.Client) {
	resp, err := client.Get(os.Args[1])
	if err != nil {
		log.Fatal(err)
	}
	defer resp.Body.Close()
	io.Copy(io.Discard, resp.Body)
}
