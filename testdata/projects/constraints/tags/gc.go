//go:build gc

package tags
