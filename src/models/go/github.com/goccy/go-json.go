// Package json: signatures and effects of github.com/goccy/go-json.
package json

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
)

func Compact(dst *bytes.Buffer, src []byte) error

func HTMLEscape(dst *bytes.Buffer, src []byte)

func Indent(dst *bytes.Buffer, src []byte, prefix string, indent string) error

func Marshal(v any) ([]byte, error)

func MarshalContext(ctx context.Context, v any, optFuncs ...EncodeOptionFunc) ([]byte, error)

func MarshalIndent(v any, prefix string, indent string) ([]byte, error)

func MarshalNoEscape(v any) ([]byte, error)

func NewDecoder(r io.Reader) *Decoder // wraps r

func NewEncoder(w io.Writer) *Encoder // keeps w

func Unmarshal(data []byte, v any) error

func UnmarshalContext(ctx context.Context, data []byte, v any, optFuncs ...DecodeOptionFunc) error

func UnmarshalNoEscape(data []byte, v any, optFuncs ...DecodeOptionFunc) error

func Valid(data []byte) bool

type DecodeOptionFunc func(*DecodeOption)

type Decoder struct{}

func (d *Decoder) Buffered() io.Reader

func (d *Decoder) Decode(v any) error // reads d partly

func (d *Decoder) DecodeContext(ctx context.Context, v any) error // reads d partly

func (d *Decoder) DecodeWithOption(v any, optFuncs ...DecodeOptionFunc) error // reads d partly

func (d *Decoder) DisallowUnknownFields()

func (d *Decoder) InputOffset() int64

func (d *Decoder) More() bool // reads d partly when true; reads d to EOF when false

func (d *Decoder) Token() (Token, error) // reads d partly on success; reads d to EOF on error

func (d *Decoder) UseNumber()

type Delim = json.Delim

type EncodeOptionFunc func(*EncodeOption)

type Encoder struct{}

func (e *Encoder) Encode(v any) error

func (e *Encoder) EncodeContext(ctx context.Context, v any, optFuncs ...EncodeOptionFunc) error

func (e *Encoder) EncodeWithOption(v any, optFuncs ...EncodeOptionFunc) error

func (e *Encoder) SetEscapeHTML(on bool)

func (e *Encoder) SetIndent(prefix string, indent string)

type Number = json.Number

type RawMessage = json.RawMessage

type Token = json.Token
