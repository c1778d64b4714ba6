// Package base is what adapters have in common.
package base

import "example.com/across-packages/remote"

// Adapter can do what its client does.
type Adapter struct {
	remote.Client
}
