// Package bufio: signatures and effects of bufio.
package bufio

import "io"

const (
	MaxScanTokenSize = 65536
)

var (
	ErrAdvanceTooFar     error
	ErrBadReadCount      error
	ErrBufferFull        error
	ErrFinalToken        error
	ErrInvalidUnreadByte error
	ErrInvalidUnreadRune error
	ErrNegativeAdvance   error
	ErrNegativeCount     error
	ErrTooLong           error
)

func NewReadWriter(r *Reader, w *Writer) *ReadWriter // wraps r

func NewReader(rd io.Reader) *Reader // wraps rd

func NewReaderSize(rd io.Reader, size int) *Reader // wraps rd

func NewScanner(r io.Reader) *Scanner // wraps r

func NewWriter(w io.Writer) *Writer // keeps w

func NewWriterSize(w io.Writer, size int) *Writer // keeps w

func ScanBytes(data []byte, atEOF bool) (advance int, token []byte, err error)

func ScanLines(data []byte, atEOF bool) (advance int, token []byte, err error)

func ScanRunes(data []byte, atEOF bool) (advance int, token []byte, err error)

func ScanWords(data []byte, atEOF bool) (advance int, token []byte, err error)

type ReadWriter struct {
	*Reader
	*Writer
}

type Reader struct{}

func (b *Reader) Buffered() int

func (b *Reader) Discard(n int) (discarded int, err error) // reads b partly on success; reads b to EOF on error

func (b *Reader) Peek(n int) ([]byte, error) // reads b partly on success; reads b to EOF on error

func (b *Reader) Read(p []byte) (n int, err error) // reads b partly on success; reads b to EOF on error

func (b *Reader) ReadByte() (byte, error) // reads b partly on success; reads b to EOF on error

func (b *Reader) ReadBytes(delim byte) ([]byte, error) // reads b partly on success; reads b to EOF on error

func (b *Reader) ReadLine() (line []byte, isPrefix bool, err error) // reads b partly on success; reads b to EOF on error

func (b *Reader) ReadRune() (r rune, size int, err error) // reads b partly on success; reads b to EOF on error

func (b *Reader) ReadSlice(delim byte) (line []byte, err error) // reads b partly on success; reads b to EOF on error

func (b *Reader) ReadString(delim byte) (string, error) // reads b partly on success; reads b to EOF on error

func (b *Reader) Reset(r io.Reader) // keeps r

func (b *Reader) Size() int

func (b *Reader) UnreadByte() error

func (b *Reader) UnreadRune() error

func (b *Reader) WriteTo(w io.Writer) (n int64, err error) // reads b to EOF

type Scanner struct{}

func (s *Scanner) Buffer(buf []byte, max int)

func (s *Scanner) Bytes() []byte

func (s *Scanner) Err() error

func (s *Scanner) Scan() bool // reads s partly when true; reads s up to an error when false

func (s *Scanner) Split(split SplitFunc)

func (s *Scanner) Text() string

type SplitFunc func(data []byte, atEOF bool) (advance int, token []byte, err error)

type Writer struct{}

func (b *Writer) Available() int

func (b *Writer) AvailableBuffer() []byte

func (b *Writer) Buffered() int

func (b *Writer) Flush() error

func (b *Writer) ReadFrom(r io.Reader) (n int64, err error) // reads r to EOF

func (b *Writer) Reset(w io.Writer) // keeps w

func (b *Writer) Size() int

func (b *Writer) Write(p []byte) (nn int, err error)

func (b *Writer) WriteByte(c byte) error

func (b *Writer) WriteRune(r rune) (size int, err error)

func (b *Writer) WriteString(s string) (int, error)
