//go:build !go1.20

package tags
