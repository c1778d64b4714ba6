// Package fs: signatures and effects of io/fs.
package fs

import "time"

const (
	ModeDir  FileMode = 2147483648
	ModePerm FileMode = 511
)

var (
	ErrClosed     error
	ErrExist      error
	ErrInvalid    error
	ErrNotExist   error
	ErrPermission error
	SkipAll       error
	SkipDir       error
)

func WalkDir(fsys FS, root string, fn WalkDirFunc) error // calls fn repeatedly

type DirEntry interface {
	Info() (FileInfo, error)
	IsDir() bool
	Name() string
	Type() FileMode
}

type FS interface {
	Open(name string) (File, error)
}

type File interface {
	Close() error
	Read([]byte) (int, error)
	Stat() (FileInfo, error)
}

type FileInfo interface {
	IsDir() bool
	ModTime() time.Time
	Mode() FileMode
	Name() string
	Size() int64
	Sys() any
}

type FileMode uint32

func (m FileMode) IsDir() bool

func (m FileMode) IsRegular() bool

func (m FileMode) Perm() FileMode

func (m FileMode) String() string

func (m FileMode) Type() FileMode

type PathError struct {
	Op   string
	Path string
	Err  error
}

func (e *PathError) Error() string

func (e *PathError) Timeout() bool

func (e *PathError) Unwrap() error

type WalkDirFunc func(path string, d DirEntry, err error) error
