// Package io: signatures and effects of io.
package io

const (
	SeekStart   = 0
	SeekCurrent = 1
	SeekEnd     = 2
)

var (
	Discard          Writer
	EOF              error
	ErrClosedPipe    error
	ErrNoProgress    error
	ErrShortBuffer   error
	ErrShortWrite    error
	ErrUnexpectedEOF error
)

func Copy(dst Writer, src Reader) (written int64, err error) // reads src to EOF on success; reads src up to an error on error

func CopyBuffer(dst Writer, src Reader, buf []byte) (written int64, err error) // reads src to EOF on success; reads src up to an error on error

func CopyN(dst Writer, src Reader, n int64) (written int64, err error) // reads src partly on success; reads src up to an error on error

func LimitReader(r Reader, n int64) Reader // wraps r partly

func MultiReader(readers ...Reader) Reader // wraps readers

func MultiWriter(writers ...Writer) Writer // keeps writers

func NewOffsetWriter(w WriterAt, off int64) *OffsetWriter // keeps w

func NewSectionReader(r ReaderAt, off int64, n int64) *SectionReader // keeps r

func NopCloser(r Reader) ReadCloser // wraps r

func Pipe() (*PipeReader, *PipeWriter)

func ReadAll(r Reader) ([]byte, error) // reads r to EOF

func ReadAtLeast(r Reader, buf []byte, min int) (n int, err error) // reads r partly

func ReadFull(r Reader, buf []byte) (n int, err error) // reads r partly on success; reads r to EOF on error

func TeeReader(r Reader, w Writer) Reader // wraps r

func WriteString(w Writer, s string) (n int, err error)

type ByteReader interface {
	ReadByte() (byte, error) // reads receiver partly on success; reads receiver to EOF on error
}

type ByteScanner interface {
	ByteReader
	UnreadByte() error
}

type ByteWriter interface {
	WriteByte(c byte) error
}

type Closer interface {
	Close() error // closes receiver
}

type LimitedReader struct {
	R Reader
	N int64
}

func (l *LimitedReader) Read(p []byte) (n int, err error) // reads l partly

type OffsetWriter struct{}

func (o *OffsetWriter) Seek(offset int64, whence int) (int64, error)

func (o *OffsetWriter) Write(p []byte) (n int, err error)

func (o *OffsetWriter) WriteAt(p []byte, off int64) (n int, err error)

type PipeReader struct{}

func (r *PipeReader) Close() error // closes r

func (r *PipeReader) CloseWithError(err error) error // closes r

func (r *PipeReader) Read(data []byte) (n int, err error) // reads r partly on success; reads r to EOF on error

type PipeWriter struct{}

func (w *PipeWriter) Close() error

func (w *PipeWriter) CloseWithError(err error) error

func (w *PipeWriter) Write(data []byte) (n int, err error)

type ReadCloser interface {
	Reader
	Closer
}

type ReadSeekCloser interface {
	Reader
	Seeker
	Closer
}

type ReadSeeker interface {
	Reader
	Seeker
}

type ReadWriteCloser interface {
	Reader
	Writer
	Closer
}

type ReadWriteSeeker interface {
	Reader
	Writer
	Seeker
}

type ReadWriter interface {
	Reader
	Writer
}

type Reader interface {
	Read(p []byte) (n int, err error) // reads receiver partly on success; reads receiver to EOF on error
}

type ReaderAt interface {
	ReadAt(p []byte, off int64) (n int, err error) // reads receiver partly
}

type ReaderFrom interface {
	ReadFrom(r Reader) (n int64, err error) // reads r to EOF
}

type RuneReader interface {
	ReadRune() (r rune, size int, err error) // reads receiver partly on success; reads receiver to EOF on error
}

type RuneScanner interface {
	RuneReader
	UnreadRune() error
}

type SectionReader struct{}

func (s *SectionReader) Outer() (r ReaderAt, off int64, n int64)

func (s *SectionReader) Read(p []byte) (n int, err error)

func (s *SectionReader) ReadAt(p []byte, off int64) (n int, err error)

func (s *SectionReader) Seek(offset int64, whence int) (int64, error)

func (s *SectionReader) Size() int64

type Seeker interface {
	Seek(offset int64, whence int) (int64, error)
}

type StringWriter interface {
	WriteString(s string) (n int, err error)
}

type WriteCloser interface {
	Writer
	Closer
}

type WriteSeeker interface {
	Writer
	Seeker
}

type Writer interface {
	Write(p []byte) (n int, err error)
}

type WriterAt interface {
	WriteAt(p []byte, off int64) (n int, err error)
}

type WriterTo interface {
	WriteTo(w Writer) (n int64, err error) // reads receiver to EOF
}
