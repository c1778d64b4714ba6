// Package image: signatures and effects of image.
package image

import (
	"image/color"
	"io"
)

var (
	ErrFormat error
)

func Decode(r io.Reader) (Image, string, error) // reads r partly

func DecodeConfig(r io.Reader) (Config, string, error) // reads r partly

func NewRGBA(r Rectangle) *RGBA

func Pt(X int, Y int) Point

func Rect(x0 int, y0 int, x1 int, y1 int) Rectangle

func RegisterFormat(name string, magic string, decode func(io.Reader) (Image, error), decodeConfig func(io.Reader) (Config, error)) // keeps decode; keeps decodeConfig

type Config struct {
	ColorModel color.Model
	Width      int
	Height     int
}

type Image interface {
	At(x int, y int) color.Color
	Bounds() Rectangle
	ColorModel() color.Model
}

type Point struct {
	X int
	Y int
}

func (p Point) Add(q Point) Point

func (p Point) Div(k int) Point

func (p Point) Eq(q Point) bool

func (p Point) In(r Rectangle) bool

func (p Point) Mod(r Rectangle) Point

func (p Point) Mul(k int) Point

func (p Point) String() string

func (p Point) Sub(q Point) Point

type RGBA struct {
	Pix    []uint8
	Stride int
	Rect   Rectangle
}

func (p *RGBA) At(x int, y int) color.Color

func (p *RGBA) Bounds() Rectangle

func (p *RGBA) ColorModel() color.Model

func (p *RGBA) Opaque() bool

func (p *RGBA) PixOffset(x int, y int) int

func (p *RGBA) RGBA64At(x int, y int) color.RGBA64

func (p *RGBA) RGBAAt(x int, y int) color.RGBA

func (p *RGBA) Set(x int, y int, c color.Color)

func (p *RGBA) SetRGBA(x int, y int, c color.RGBA)

func (p *RGBA) SetRGBA64(x int, y int, c color.RGBA64)

func (p *RGBA) SubImage(r Rectangle) Image

type Rectangle struct {
	Min Point
	Max Point
}

func (r Rectangle) Add(p Point) Rectangle

func (r Rectangle) At(x int, y int) color.Color

func (r Rectangle) Bounds() Rectangle

func (r Rectangle) Canon() Rectangle

func (r Rectangle) ColorModel() color.Model

func (r Rectangle) Dx() int

func (r Rectangle) Dy() int

func (r Rectangle) Empty() bool

func (r Rectangle) Eq(s Rectangle) bool

func (r Rectangle) In(s Rectangle) bool

func (r Rectangle) Inset(n int) Rectangle

func (r Rectangle) Intersect(s Rectangle) Rectangle

func (r Rectangle) Overlaps(s Rectangle) bool

func (r Rectangle) RGBA64At(x int, y int) color.RGBA64

func (r Rectangle) Size() Point

func (r Rectangle) String() string

func (r Rectangle) Sub(p Point) Rectangle

func (r Rectangle) Union(s Rectangle) Rectangle
