// Package gif: signatures and effects of image/gif.
package gif

import (
	"image"
	"image/draw"
	"io"
)

const (
	DisposalNone       = 1
	DisposalBackground = 2
	DisposalPrevious   = 3
)

func Decode(r io.Reader) (image.Image, error) // reads r partly

func DecodeAll(r io.Reader) (*GIF, error) // reads r partly

func DecodeConfig(r io.Reader) (image.Config, error) // reads r partly

func Encode(w io.Writer, m image.Image, o *Options) error

func EncodeAll(w io.Writer, g *GIF) error

type GIF struct {
	Image           []*image.Paletted
	Delay           []int
	LoopCount       int
	Disposal        []byte
	Config          image.Config
	BackgroundIndex byte
}

type Options struct {
	NumColors int
	Quantizer draw.Quantizer
	Drawer    draw.Drawer
}
