// Command body-partly-read decodes one JSON value from each answer. The decoder stops at the value's end, before EOF.
package main

import (
	"encoding/json"
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
	return json.NewDecoder(resp.Body).Decode(into)
}
