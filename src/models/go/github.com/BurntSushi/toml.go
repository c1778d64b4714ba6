// Package toml: signatures and effects of github.com/BurntSushi/toml.
package toml

import (
	"io"
	"io/fs"
)

func Decode(data string, v any) (MetaData, error)

func DecodeFS(fsys fs.FS, path string, v any) (MetaData, error)

func DecodeFile(path string, v any) (MetaData, error)

func DecodeReader(r io.Reader, v any) (MetaData, error) // reads r to EOF

func Marshal(v any) ([]byte, error)

func NewDecoder(r io.Reader) *Decoder // wraps r

func NewEncoder(w io.Writer) *Encoder // keeps w

func Unmarshal(data []byte, v any) error

type Decoder struct{}

func (dec *Decoder) Decode(v any) (MetaData, error) // reads dec to EOF

type Encoder struct {
	Indent string
}

func (enc *Encoder) Encode(v any) error

type Key []string

func (k Key) String() string

type MetaData struct{}

func (md *MetaData) IsDefined(key ...string) bool

func (md *MetaData) Keys() []Key

func (md *MetaData) Undecoded() []Key
