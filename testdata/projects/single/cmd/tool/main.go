// Command tool is a program.
package main

import (
	"fmt"

	"example.com/single"
)

func main() {
	fmt.Println(single.Name)
}
