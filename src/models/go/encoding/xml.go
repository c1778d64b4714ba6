// Package xml: signatures and effects of encoding/xml.
package xml

import (
	"io"
	"reflect"
)

const (
	Header = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
)

var (
	HTMLAutoClose []string
	HTMLEntity    map[string]string
)

func CopyToken(t Token) Token

func Escape(w io.Writer, s []byte)

func EscapeText(w io.Writer, s []byte) error

func Marshal(v any) ([]byte, error)

func MarshalIndent(v any, prefix string, indent string) ([]byte, error)

func NewDecoder(r io.Reader) *Decoder // wraps r

func NewEncoder(w io.Writer) *Encoder // keeps w

func NewTokenDecoder(t TokenReader) *Decoder // keeps t

func Unmarshal(data []byte, v any) error

type Attr struct {
	Name  Name
	Value string
}

type CharData []byte

func (c CharData) Copy() CharData

type Comment []byte

func (c Comment) Copy() Comment

type Decoder struct {
	Strict        bool
	AutoClose     []string
	Entity        map[string]string
	CharsetReader func(charset string, input io.Reader) (io.Reader, error)
	DefaultSpace  string
}

func (d *Decoder) Decode(v any) error // reads d partly

func (d *Decoder) DecodeElement(v any, start *StartElement) error // reads d partly

func (d *Decoder) InputOffset() int64

func (d *Decoder) InputPos() (line int, column int)

func (d *Decoder) RawToken() (Token, error) // reads d partly on success; reads d to EOF on error

func (d *Decoder) Skip() error // reads d partly

func (d *Decoder) Token() (Token, error) // reads d partly on success; reads d to EOF on error

type Directive []byte

func (d Directive) Copy() Directive

type Encoder struct{}

func (enc *Encoder) Close() error

func (enc *Encoder) Encode(v any) error

func (enc *Encoder) EncodeElement(v any, start StartElement) error

func (enc *Encoder) EncodeToken(t Token) error

func (enc *Encoder) Flush() error

func (enc *Encoder) Indent(prefix string, indent string)

type EndElement struct {
	Name Name
}

type Marshaler interface {
	MarshalXML(e *Encoder, start StartElement) error
}

type MarshalerAttr interface {
	MarshalXMLAttr(name Name) (Attr, error)
}

type Name struct {
	Space string
	Local string
}

type ProcInst struct {
	Target string
	Inst   []byte
}

func (p ProcInst) Copy() ProcInst

type StartElement struct {
	Name Name
	Attr []Attr
}

func (e StartElement) Copy() StartElement

func (e StartElement) End() EndElement

type SyntaxError struct {
	Msg  string
	Line int
}

func (e *SyntaxError) Error() string

type TagPathError struct {
	Struct reflect.Type
	Field1 string
	Tag1   string
	Field2 string
	Tag2   string
}

func (e *TagPathError) Error() string

type Token interface{}

type TokenReader interface {
	Token() (Token, error)
}

type UnmarshalError string

func (e UnmarshalError) Error() string

type Unmarshaler interface {
	UnmarshalXML(d *Decoder, start StartElement) error
}

type UnmarshalerAttr interface {
	UnmarshalXMLAttr(attr Attr) error
}

type UnsupportedTypeError struct {
	Type reflect.Type
}

func (e *UnsupportedTypeError) Error() string
