// Package tar: signatures and effects of archive/tar.
package tar

import (
	"io"
	"io/fs"
	"time"
)

const (
	TypeReg                  = '0'
	TypeRegA                 = '\u0000'
	TypeLink                 = '1'
	TypeSymlink              = '2'
	TypeChar                 = '3'
	TypeBlock                = '4'
	TypeDir                  = '5'
	TypeFifo                 = '6'
	TypeCont                 = '7'
	TypeXHeader              = 'x'
	TypeXGlobalHeader        = 'g'
	TypeGNUSparse            = 'S'
	TypeGNULongName          = 'L'
	TypeGNULongLink          = 'K'
	FormatUnknown     Format = 0
	FormatUSTAR       Format = 2
	FormatPAX         Format = 4
	FormatGNU         Format = 8
)

var (
	ErrFieldTooLong    error
	ErrHeader          error
	ErrInsecurePath    error
	ErrWriteAfterClose error
	ErrWriteTooLong    error
)

func FileInfoHeader(fi fs.FileInfo, link string) (*Header, error)

func NewReader(r io.Reader) *Reader // wraps r partly

func NewWriter(w io.Writer) *Writer // keeps w

type FileInfoNames interface {
	fs.FileInfo
	Gname() (string, error)
	Uname() (string, error)
}

type Format int

func (f Format) String() string

type Header struct {
	Typeflag   byte
	Name       string
	Linkname   string
	Size       int64
	Mode       int64
	Uid        int
	Gid        int
	Uname      string
	Gname      string
	ModTime    time.Time
	AccessTime time.Time
	ChangeTime time.Time
	Devmajor   int64
	Devminor   int64
	Xattrs     map[string]string
	PAXRecords map[string]string
	Format     Format
}

func (h *Header) FileInfo() fs.FileInfo

type Reader struct{}

func (tr *Reader) Next() (*Header, error) // reads tr partly

func (tr *Reader) Read(b []byte) (int, error) // reads tr partly

type Writer struct{}

func (tw *Writer) AddFS(fsys fs.FS) error

func (tw *Writer) Close() error

func (tw *Writer) Flush() error

func (tw *Writer) Write(b []byte) (int, error)

func (tw *Writer) WriteHeader(hdr *Header) error
