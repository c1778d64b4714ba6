// Command body-partly-read-fixed decodes one JSON value from each answer and reads on to EOF.
package main

import (
	"encoding/json"
	"io"
	"log"
	"net/http"
	"os"
)

func main() {
	for i := 0; i < 50; i++ {
		var document string
		if err := load(os.Args[1], &document); err != nil {
			log.Fatal(err)
		}
	}
}

func load(url string, into any) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	err = json.NewDecoder(resp.Body).Decode(into)
	_, _ = io.Copy(io.Discard, resp.Body)
	return err
}
