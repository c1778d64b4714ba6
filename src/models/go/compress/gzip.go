// Package gzip: signatures and effects of compress/gzip.
package gzip

import (
	"io"
	"time"
)

const (
	NoCompression      = 0
	BestSpeed          = 1
	BestCompression    = 9
	DefaultCompression = -1
	HuffmanOnly        = -2
)

var (
	ErrChecksum error
	ErrHeader   error
)

func NewReader(r io.Reader) (*Reader, error) // wraps r on success; reads r partly on success; reads r up to an error on error

func NewWriter(w io.Writer) *Writer // keeps w

func NewWriterLevel(w io.Writer, level int) (*Writer, error) // keeps w

type Header struct {
	Comment string
	Extra   []byte
	ModTime time.Time
	Name    string
	OS      byte
}

type Reader struct {
	Header
}

func (z *Reader) Close() error

func (z *Reader) Multistream(ok bool)

func (z *Reader) Read(p []byte) (n int, err error) // reads z partly on success; reads z to EOF on error

func (z *Reader) Reset(r io.Reader) error // keeps r

type Writer struct {
	Header
}

func (z *Writer) Close() error

func (z *Writer) Flush() error

func (z *Writer) Reset(w io.Writer) // keeps w

func (z *Writer) Write(p []byte) (int, error)
