// Command plugins runs what implements interfaces in many goroutines.
package main

import (
	"net/http"
	"os"

	"example.com/plugins/engine"
	"example.com/plugins/remote"
	"example.com/plugins/store"
)

func main() {
	engine.New(remote.New(os.Args[1]), 20).Start(os.Args[2:])
	http.Handle("/items", store.NewHandler(store.NewMemory()))
	http.ListenAndServe("127.0.0.1:0", nil)
}
