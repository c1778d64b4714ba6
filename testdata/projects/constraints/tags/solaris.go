//go:build solaris

package tags
