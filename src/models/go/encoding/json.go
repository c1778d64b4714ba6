// Package json: signatures and effects of encoding/json.
package json

import (
	"bytes"
	"io"
	"reflect"
)

func Compact(dst *bytes.Buffer, src []byte) error

func HTMLEscape(dst *bytes.Buffer, src []byte)

func Indent(dst *bytes.Buffer, src []byte, prefix string, indent string) error

func Marshal(v any) ([]byte, error)

func MarshalIndent(v any, prefix string, indent string) ([]byte, error)

func NewDecoder(r io.Reader) *Decoder // wraps r

func NewEncoder(w io.Writer) *Encoder // keeps w

func Unmarshal(data []byte, v any) error

func Valid(data []byte) bool

type Decoder struct{}

func (dec *Decoder) Buffered() io.Reader

func (dec *Decoder) Decode(v any) error // reads dec partly

func (dec *Decoder) DisallowUnknownFields()

func (dec *Decoder) InputOffset() int64

func (dec *Decoder) More() bool // reads dec partly when true; reads dec to EOF when false

func (dec *Decoder) Token() (Token, error) // reads dec partly on success; reads dec to EOF on error

func (dec *Decoder) UseNumber()

type Delim rune

func (d Delim) String() string

type Encoder struct{}

func (enc *Encoder) Encode(v any) error

func (enc *Encoder) SetEscapeHTML(on bool)

func (enc *Encoder) SetIndent(prefix string, indent string)

type InvalidUTF8Error struct {
	S string
}

func (e *InvalidUTF8Error) Error() string

type InvalidUnmarshalError struct {
	Type reflect.Type
}

func (e *InvalidUnmarshalError) Error() string

type Marshaler interface {
	MarshalJSON() ([]byte, error)
}

type MarshalerError struct {
	Type reflect.Type
	Err  error
}

func (e *MarshalerError) Error() string

func (e *MarshalerError) Unwrap() error

type Number string

func (n Number) Float64() (float64, error)

func (n Number) Int64() (int64, error)

func (n Number) String() string

type RawMessage []byte

func (m RawMessage) MarshalJSON() ([]byte, error)

func (m *RawMessage) UnmarshalJSON(data []byte) error

type SyntaxError struct {
	Offset int64
}

func (e *SyntaxError) Error() string

type Token interface{}

type UnmarshalFieldError struct {
	Key   string
	Type  reflect.Type
	Field reflect.StructField
}

func (e *UnmarshalFieldError) Error() string

type UnmarshalTypeError struct {
	Value  string
	Type   reflect.Type
	Offset int64
	Struct string
	Field  string
}

func (e *UnmarshalTypeError) Error() string

type Unmarshaler interface {
	UnmarshalJSON([]byte) error
}

type UnsupportedTypeError struct {
	Type reflect.Type
}

func (e *UnsupportedTypeError) Error() string

type UnsupportedValueError struct {
	Value reflect.Value
	Str   string
}

func (e *UnsupportedValueError) Error() string
