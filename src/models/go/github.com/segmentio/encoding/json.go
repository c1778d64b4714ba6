// Package json: signatures and effects of github.com/segmentio/encoding/json.
package json

import (
	"bytes"
	"encoding/json"
	"io"
)

func Append(b []byte, x any, flags AppendFlags) ([]byte, error)

func Compact(dst *bytes.Buffer, src []byte) error

func HTMLEscape(dst *bytes.Buffer, src []byte)

func Indent(dst *bytes.Buffer, src []byte, prefix, indent string) error

func Marshal(x any) ([]byte, error)

func MarshalIndent(x any, prefix, indent string) ([]byte, error)

func NewDecoder(r io.Reader) *Decoder // wraps r

func NewEncoder(w io.Writer) *Encoder // keeps w

func Parse(b []byte, x any, flags ParseFlags) ([]byte, error)

func Unmarshal(b []byte, x any) error

func Valid(data []byte) bool

type AppendFlags uint32

type Decoder struct{}

func (dec *Decoder) Buffered() io.Reader

func (dec *Decoder) Decode(v any) error // reads dec partly

func (dec *Decoder) DisallowUnknownFields()

func (dec *Decoder) DontCopyNumber()

func (dec *Decoder) DontCopyRawMessage()

func (dec *Decoder) DontCopyString()

func (dec *Decoder) DontMatchCaseInsensitiveStructFields()

func (dec *Decoder) InputOffset() int64

func (dec *Decoder) UseNumber()

func (dec *Decoder) ZeroCopy()

type Delim = json.Delim

type Encoder struct{}

func (enc *Encoder) Encode(v any) error

func (enc *Encoder) SetAppendNewline(on bool)

func (enc *Encoder) SetEscapeHTML(on bool)

func (enc *Encoder) SetIndent(prefix, indent string)

func (enc *Encoder) SetSortMapKeys(on bool)

func (enc *Encoder) SetTrustRawMessage(on bool)

type Number = json.Number

type ParseFlags uint32

type RawMessage = json.RawMessage

type Token = json.Token
