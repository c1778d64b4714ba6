// Package gob: signatures and effects of encoding/gob.
package gob

import (
	"io"
	"reflect"
)

func NewDecoder(r io.Reader) *Decoder // wraps r

func NewEncoder(w io.Writer) *Encoder // keeps w

func Register(value any)

func RegisterName(name string, value any)

type CommonType struct {
	Name string
}

type Decoder struct{}

func (dec *Decoder) Decode(e any) error // reads dec partly

func (dec *Decoder) DecodeValue(v reflect.Value) error // reads dec partly

type Encoder struct{}

func (enc *Encoder) Encode(e any) error

func (enc *Encoder) EncodeValue(value reflect.Value) error

type GobDecoder interface {
	GobDecode([]byte) error
}

type GobEncoder interface {
	GobEncode() ([]byte, error)
}
