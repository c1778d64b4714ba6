// Package yaml: signatures and effects of gopkg.in/yaml.v3.
package yaml

import "io"

func Marshal(in interface{}) (out []byte, err error)

func NewDecoder(r io.Reader) *Decoder // wraps r

func NewEncoder(w io.Writer) *Encoder // keeps w

func Unmarshal(in []byte, out interface{}) (err error)

type Decoder struct{}

func (dec *Decoder) Decode(v interface{}) (err error) // reads dec partly on success; reads dec to EOF on error

func (dec *Decoder) KnownFields(enable bool)

type Encoder struct{}

func (e *Encoder) Close() (err error)

func (e *Encoder) Encode(v interface{}) (err error)

func (e *Encoder) SetIndent(spaces int)

type IsZeroer interface {
	IsZero() bool
}

type Kind uint32

type Marshaler interface {
	MarshalYAML() (interface{}, error)
}

type Node struct {
	Kind        Kind
	Style       Style
	Tag         string
	Value       string
	Anchor      string
	Alias       *Node
	Content     []*Node
	HeadComment string
	LineComment string
	FootComment string
	Line        int
	Column      int
}

func (n *Node) Decode(v interface{}) (err error)

func (n *Node) Encode(v interface{}) (err error)

func (n *Node) IsZero() bool

func (n *Node) LongTag() string

func (n *Node) SetString(s string)

func (n *Node) ShortTag() string

type Style uint32

type TypeError struct {
	Errors []string
}

func (e *TypeError) Error() string

type Unmarshaler interface {
	UnmarshalYAML(value *Node) error
}
