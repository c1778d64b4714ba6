//go:build custom && (linux || darwin)

package tags
