// Package zlib: signatures and effects of compress/zlib.
package zlib

import "io"

const (
	NoCompression      = 0
	BestSpeed          = 1
	BestCompression    = 9
	DefaultCompression = -1
	HuffmanOnly        = -2
)

var (
	ErrChecksum   error
	ErrDictionary error
	ErrHeader     error
)

func NewReader(r io.Reader) (io.ReadCloser, error) // wraps r on success; reads r partly on success; reads r up to an error on error

func NewReaderDict(r io.Reader, dict []byte) (io.ReadCloser, error) // wraps r on success; reads r partly on success; reads r up to an error on error

func NewWriter(w io.Writer) *Writer // keeps w

func NewWriterLevel(w io.Writer, level int) (*Writer, error) // keeps w

func NewWriterLevelDict(w io.Writer, level int, dict []byte) (*Writer, error) // keeps w

type Resetter interface {
	Reset(r io.Reader, dict []byte) error // keeps r
}

type Writer struct{}

func (z *Writer) Close() error

func (z *Writer) Flush() error

func (z *Writer) Reset(w io.Writer) // keeps w

func (z *Writer) Write(p []byte) (n int, err error)
