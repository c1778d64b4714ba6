// Package zip: signatures and effects of archive/zip.
package zip

import (
	"io"
	"io/fs"
	"time"
)

func NewReader(r io.ReaderAt, size int64) (*Reader, error) // keeps r

func OpenReader(name string) (*ReadCloser, error)

type File struct {
	FileHeader
}

func (f *File) DataOffset() (offset int64, err error)

func (f *File) Open() (io.ReadCloser, error)

func (f *File) OpenRaw() (io.Reader, error)

type FileHeader struct {
	Name               string
	Comment            string
	NonUTF8            bool
	CreatorVersion     uint16
	ReaderVersion      uint16
	Flags              uint16
	Method             uint16
	Modified           time.Time
	ModifiedTime       uint16
	ModifiedDate       uint16
	CRC32              uint32
	CompressedSize     uint32
	UncompressedSize   uint32
	CompressedSize64   uint64
	UncompressedSize64 uint64
	Extra              []byte
	ExternalAttrs      uint32
}

func (h *FileHeader) FileInfo() fs.FileInfo

func (h *FileHeader) ModTime() time.Time

func (h *FileHeader) Mode() (mode fs.FileMode)

func (h *FileHeader) SetModTime(t time.Time)

func (h *FileHeader) SetMode(mode fs.FileMode)

type ReadCloser struct {
	Reader
}

func (rc *ReadCloser) Close() error

type Reader struct {
	File    []*File
	Comment string
}

func (r *Reader) Open(name string) (fs.File, error)

func (r *Reader) RegisterDecompressor(method uint16, dcomp Decompressor) // keeps dcomp
