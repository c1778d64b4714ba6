//go:build android

package tags
