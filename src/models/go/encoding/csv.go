// Package csv: signatures and effects of encoding/csv.
package csv

import "io"

var (
	ErrBareQuote     error
	ErrFieldCount    error
	ErrQuote         error
	ErrTrailingComma error
)

func NewReader(r io.Reader) *Reader // wraps r

func NewWriter(w io.Writer) *Writer // keeps w

type ParseError struct {
	StartLine int
	Line      int
	Column    int
	Err       error
}

func (e *ParseError) Error() string

func (e *ParseError) Unwrap() error

type Reader struct {
	Comma            rune
	Comment          rune
	FieldsPerRecord  int
	LazyQuotes       bool
	TrimLeadingSpace bool
	ReuseRecord      bool
	TrailingComma    bool
}

func (r *Reader) FieldPos(field int) (line int, column int)

func (r *Reader) InputOffset() int64

func (r *Reader) Read() (record []string, err error) // reads r partly on success; reads r to EOF on error

func (r *Reader) ReadAll() (records [][]string, err error) // reads r to EOF

type Writer struct {
	Comma   rune
	UseCRLF bool
}

func (w *Writer) Error() error

func (w *Writer) Flush()

func (w *Writer) Write(record []string) error

func (w *Writer) WriteAll(records [][]string) error
