// Package sha1: signatures and effects of crypto/sha1.
package sha1

import "hash"

const (
	Size      = 20
	BlockSize = 64
)

func New() hash.Hash

func Sum(data []byte) [20]byte
