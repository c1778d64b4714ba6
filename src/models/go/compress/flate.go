// Package flate: signatures and effects of compress/flate.
package flate

import "io"

const (
	NoCompression      = 0
	BestSpeed          = 1
	BestCompression    = 9
	DefaultCompression = -1
	HuffmanOnly        = -2
)

func NewReader(r io.Reader) io.ReadCloser // wraps r

func NewReaderDict(r io.Reader, dict []byte) io.ReadCloser // wraps r

func NewWriter(w io.Writer, level int) (*Writer, error) // keeps w

func NewWriterDict(w io.Writer, level int, dict []byte) (*Writer, error) // keeps w

type CorruptInputError int64

func (e CorruptInputError) Error() string

type InternalError string

func (e InternalError) Error() string

type ReadError struct {
	Offset int64
	Err    error
}

func (e *ReadError) Error() string

type Reader interface {
	io.Reader
	io.ByteReader
}

type Resetter interface {
	Reset(r io.Reader, dict []byte) error // keeps r
}

type WriteError struct {
	Offset int64
	Err    error
}

func (e *WriteError) Error() string

type Writer struct{}

func (w *Writer) Close() error

func (w *Writer) Flush() error

func (w *Writer) Reset(dst io.Writer) // keeps dst

func (w *Writer) Write(data []byte) (n int, err error)
