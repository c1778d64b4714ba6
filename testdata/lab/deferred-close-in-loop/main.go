// Command deferred-close-in-loop checks a server fifty times and leaves every answer open until the end.
package main

import (
	"fmt"
	"log"
	"net/http"
	"os"
)

func main() {
	if err := check(os.Args[1]); err != nil {
		log.Fatal(err)
	}
}

func check(url string) error {
	for i := 0; i < 50; i++ {
		resp, err := http.Get(url)
		if err != nil {
			return err
		}
		defer resp.Body.Close()
		if resp.StatusCode != http.StatusOK {
			return fmt.Errorf("check %d: %s", i, resp.Status)
		}
	}
	return nil
}
