//go:build darwin || windows

package tags
