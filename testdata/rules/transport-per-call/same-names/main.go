// Command same-names asks for each request with functions that have the names of methods.
package main

import (
	"net/http"

	"example.com/same-names/fresh"
	"example.com/same-names/local"
)

func serve(w http.ResponseWriter, r *http.Request) {
	if err := local.Status(r.Context()); err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	if err := fresh.Status(r.Context()); err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	conn, err := dialerFor(r.Host)(r.Context(), "tcp", r.Host)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	conn.Close()
}

func main() {
	http.HandleFunc("/", serve)
	http.ListenAndServe("127.0.0.1:2", nil)
}
