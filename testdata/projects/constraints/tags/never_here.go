//go:build ignore && linux

package tags
