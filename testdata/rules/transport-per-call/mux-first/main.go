// Command mux-first puts the multiplexer into its server before the handlers are registered: the server keeps them.
package main

import (
	"io"
	"log"
	"net/http"
	"net/http/httputil"
	"net/url"
)

func proxyTo(target *url.URL) http.HandlerFunc {
	proxy := httputil.NewSingleHostReverseProxy(target)
	proxy.Transport = &http.Transport{MaxIdleConnsPerHost: 64, MaxConnsPerHost: 64}
	return func(w http.ResponseWriter, r *http.Request) { proxy.ServeHTTP(w, r) }
}

func register(mux *http.ServeMux, target *url.URL) {
	mux.HandleFunc("/", proxyTo(target))
}

type switcher struct{ handler http.Handler }

func (s *switcher) ServeHTTP(w http.ResponseWriter, r *http.Request) { s.handler.ServeHTTP(w, r) }

func newServer(target *url.URL) *http.Server {
	mux := http.NewServeMux()
	server := http.Server{Addr: "127.0.0.1:0", Handler: &switcher{handler: mux}}
	register(mux, target)
	return &server
}

func main() {
	target, err := url.Parse("http://127.0.0.1:8080/")
	if err != nil {
		log.Fatal(err)
	}
	fetch([]string{"http://127.0.0.1:8080/"})
	for {
		if err := newServer(target).ListenAndServe(); err != nil {
			log.Print(err)
		}
	}
}

type api struct{ client *http.Client }

func (a *api) get(address string) error {
	resp, err := a.client.Get(address)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	_, err = io.Copy(io.Discard, resp.Body)
	return err
}

// fetch gives the transport to a client that another object has already.
func fetch(addresses []string) {
	for _, address := range addresses {
		client := &http.Client{}
		a := &api{client: client}
		client.Transport = &http.Transport{} // want "transport-per-call: "
		if err := a.get(address); err != nil {
			log.Print(err)
		}
	}
}
