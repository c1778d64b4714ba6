//go:build gccgo

package tags
