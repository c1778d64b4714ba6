//go:build ignore

// Command generate is run by hand.
package main

func main() {}
