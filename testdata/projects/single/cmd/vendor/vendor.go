// Command vendor is a program, for all its name.
package main

func main() {}
