// Command appended begins its parts, and runs their rounds.
package main

import (
	"log"
	"time"

	"example.com/appended/parts"
)

func main() {
	for _, begin := range parts.Begin {
		if err := begin("first"); err != nil {
			log.Fatal(err)
		}
	}
	if err := parts.BeginAll("one", "second"); err != nil {
		log.Fatal(err)
	}
	for range time.Tick(time.Minute) {
		parts.RoundOf("one")
		for _, round := range parts.Rounds {
			if err := round(); err != nil {
				log.Print(err)
			}
		}
	}
}
