// A licence.

//go:build windows

// Package tags is chosen by tags.
package tags
