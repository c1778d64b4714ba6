// Package sha256: signatures and effects of crypto/sha256.
package sha256

import "hash"

const (
	Size      = 32
	Size224   = 28
	BlockSize = 64
)

func New() hash.Hash

func New224() hash.Hash

func Sum224(data []byte) [28]byte

func Sum256(data []byte) [32]byte
