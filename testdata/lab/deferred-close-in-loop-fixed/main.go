// Command deferred-close-in-loop-fixed checks a server fifty times and is done with each answer before the next check.
package main

import (
	"fmt"
	"io"
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
		if err := checkOnce(url); err != nil {
			return fmt.Errorf("check %d: %w", i, err)
		}
	}
	return nil
}

func checkOnce(url string) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if _, err := io.Copy(io.Discard, resp.Body); err != nil {
		return err
	}
	if resp.StatusCode != http.StatusOK {
		return fmt.Errorf("status %s", resp.Status)
	}
	return nil
}
