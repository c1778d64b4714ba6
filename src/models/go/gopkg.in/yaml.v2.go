// Package yaml: signatures and effects of gopkg.in/yaml.v2.
package yaml

import "io"

func Marshal(in interface{}) (out []byte, err error)

func NewDecoder(r io.Reader) *Decoder // wraps r

func NewEncoder(w io.Writer) *Encoder // keeps w

func Unmarshal(in []byte, out interface{}) (err error)

func UnmarshalStrict(in []byte, out interface{}) (err error)

type Decoder struct{}

func (dec *Decoder) Decode(v interface{}) (err error) // reads dec partly on success; reads dec to EOF on error

func (dec *Decoder) SetStrict(strict bool)

type Encoder struct{}

func (e *Encoder) Close() (err error)

func (e *Encoder) Encode(v interface{}) (err error)

type IsZeroer interface {
	IsZero() bool
}

type MapItem struct {
	Key   interface{}
	Value interface{}
}

type MapSlice []MapItem

type Marshaler interface {
	MarshalYAML() (interface{}, error)
}

type TypeError struct {
	Errors []string
}

func (e *TypeError) Error() string

type Unmarshaler interface {
	UnmarshalYAML(unmarshal func(interface{}) error) error
}
