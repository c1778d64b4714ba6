// Package png: signatures and effects of image/png.
package png

import (
	"image"
	"io"
)

const (
	DefaultCompression CompressionLevel = 0
	NoCompression      CompressionLevel = -1
	BestSpeed          CompressionLevel = -2
	BestCompression    CompressionLevel = -3
)

func Decode(r io.Reader) (image.Image, error) // reads r partly

func DecodeConfig(r io.Reader) (image.Config, error) // reads r partly

func Encode(w io.Writer, m image.Image) error

type CompressionLevel int

type Encoder struct {
	CompressionLevel CompressionLevel
	BufferPool       EncoderBufferPool
}

func (enc *Encoder) Encode(w io.Writer, m image.Image) error

type EncoderBuffer struct{}

type EncoderBufferPool interface {
	Get() *EncoderBuffer
	Put(*EncoderBuffer)
}

type FormatError string

func (e FormatError) Error() string

type UnsupportedError string

func (e UnsupportedError) Error() string
