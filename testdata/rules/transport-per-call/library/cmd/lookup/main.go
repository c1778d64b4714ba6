// Command lookup asks once.
package main

import (
	"fmt"
	"os"

	lookup "example.com/library"
)

func main() {
	directory, err := lookup.New(os.Args[1])
	if err != nil {
		os.Exit(1)
	}
	fmt.Println(directory.Find(os.Args[2]))
	fmt.Println(directory.Run(os.Args[2]))
}
