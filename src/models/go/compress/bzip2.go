// Package bzip2: signatures and effects of compress/bzip2.
package bzip2

import "io"

func NewReader(r io.Reader) io.Reader // wraps r

type StructuralError string

func (s StructuralError) Error() string
