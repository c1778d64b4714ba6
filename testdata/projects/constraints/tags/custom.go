//go:build custom

package tags
