//go:build !(windows || custom) && amd64

package tags
