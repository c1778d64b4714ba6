// Command programs empties the default pool when it ends.
package main

import (
	"fmt"
	"io"
	"net/http"
	"os"
)

func main() {
	defer http.DefaultClient.CloseIdleConnections()
	if err := show(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, err)
	}
	for _, url := range os.Args[2:] {
		if err := showAndTidy(url); err != nil {
			fmt.Fprintln(os.Stderr, err)
		}
	}
	once()
}

func show(url string) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	_, err = io.Copy(os.Stdout, resp.Body)
	return err
}

func showAndTidy(url string) error {
	defer http.DefaultTransport.(*http.Transport).CloseIdleConnections() // want `shared-pool-emptied: The pool of http.DefaultTransport is shared, and this empties it in each iteration of a loop in main: `
	return show(url)
}

func once() {
	defer http.DefaultClient.CloseIdleConnections()
	_ = show("http://localhost/")
}
