// Package html: signatures and effects of golang.org/x/net/html.
package html

import (
	"golang.org/x/net/html/atom"
	"io"
	"iter"
)

const (
	ErrorToken          TokenType = 0
	TextToken           TokenType = 1
	StartTagToken       TokenType = 2
	EndTagToken         TokenType = 3
	SelfClosingTagToken TokenType = 4
	CommentToken        TokenType = 5
	DoctypeToken        TokenType = 6
	ErrorNode           NodeType  = 0
	TextNode            NodeType  = 1
	DocumentNode        NodeType  = 2
	ElementNode         NodeType  = 3
	CommentNode         NodeType  = 4
	DoctypeNode         NodeType  = 5
	RawNode             NodeType  = 6
)

var (
	ErrBufferExceeded error
)

func EscapeString(s string) string

func NewTokenizer(r io.Reader) *Tokenizer // wraps r

func NewTokenizerFragment(r io.Reader, contextTag string) *Tokenizer // wraps r

func Parse(r io.Reader) (*Node, error) // reads r to EOF

func ParseFragment(r io.Reader, context *Node) ([]*Node, error) // reads r to EOF

func ParseFragmentWithOptions(r io.Reader, context *Node, opts ...ParseOption) ([]*Node, error) // reads r to EOF

func ParseOptionEnableScripting(enable bool) ParseOption

func ParseWithOptions(r io.Reader, opts ...ParseOption) (*Node, error) // reads r to EOF

func Render(w io.Writer, n *Node) error

func UnescapeString(s string) string

type Attribute struct {
	Namespace string
	Key       string
	Val       string
}

type Node struct {
	Parent      *Node
	FirstChild  *Node
	LastChild   *Node
	PrevSibling *Node
	NextSibling *Node
	Type        NodeType
	DataAtom    atom.Atom
	Data        string
	Namespace   string
	Attr        []Attribute
}

func (n *Node) Ancestors() iter.Seq[*Node]

func (n *Node) AppendChild(c *Node)

func (n *Node) ChildNodes() iter.Seq[*Node]

func (n *Node) Descendants() iter.Seq[*Node]

func (n *Node) InsertBefore(newChild *Node, oldChild *Node)

func (n *Node) RemoveChild(c *Node)

type NodeType uint32

func (i NodeType) String() string

type ParseOption struct{}

type Token struct {
	Type     TokenType
	DataAtom atom.Atom
	Data     string
	Attr     []Attribute
}

func (t Token) String() string

type TokenType uint32

func (t TokenType) String() string

type Tokenizer struct{}

func (z *Tokenizer) AllowCDATA(allowCDATA bool)

func (z *Tokenizer) Buffered() []byte

func (z *Tokenizer) Err() error

func (z *Tokenizer) Next() TokenType // reads z partly

func (z *Tokenizer) NextIsNotRawText()

func (z *Tokenizer) Raw() []byte

func (z *Tokenizer) SetMaxBuf(n int)

func (z *Tokenizer) TagAttr() (key []byte, val []byte, moreAttr bool)

func (z *Tokenizer) TagName() (name []byte, hasAttr bool)

func (z *Tokenizer) Text() []byte

func (z *Tokenizer) Token() Token
