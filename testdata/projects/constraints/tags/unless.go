//go:build !ignore

package tags
