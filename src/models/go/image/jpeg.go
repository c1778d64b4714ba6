// Package jpeg: signatures and effects of image/jpeg.
package jpeg

import (
	"image"
	"io"
)

const (
	DefaultQuality = 75
)

func Decode(r io.Reader) (image.Image, error) // reads r partly

func DecodeConfig(r io.Reader) (image.Config, error) // reads r partly

func Encode(w io.Writer, m image.Image, o *Options) error

type FormatError string

func (e FormatError) Error() string

type Options struct {
	Quality int
}

type Reader interface {
	io.ByteReader
	io.Reader
}

type UnsupportedError string

func (e UnsupportedError) Error() string
