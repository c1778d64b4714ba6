package main

import (
	"io"
	"log"
	"net/http"
	"time"
)

type proxy struct {
	client *http.Client
	base   string
}

func main() {
	p := &proxy{client: &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 64}}, base: "http://127.0.0.1:1"}
	http.HandleFunc("/each", each)
	http.HandleFunc("/shared", p.shared)
	log.Fatal(http.ListenAndServe("127.0.0.1:8080", nil))
}

func each(w http.ResponseWriter, r *http.Request) {
	client := &http.Client{
		Timeout:   time.Second,
		Transport: &http.Transport{}, // want `transport-per-call: `
	}
	resp, err := client.Get("http://127.0.0.1:1" + r.URL.Path)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	defer resp.Body.Close()
	io.Copy(w, resp.Body)
}

func (p *proxy) shared(w http.ResponseWriter, r *http.Request) {
	resp, err := p.client.Get(p.base + r.URL.Path)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	defer resp.Body.Close()
	io.Copy(w, resp.Body)
}
