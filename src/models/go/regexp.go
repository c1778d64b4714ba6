// Package regexp: signatures and effects of regexp.
package regexp

import "io"

func Compile(expr string) (*Regexp, error)

func Match(pattern string, b []byte) (matched bool, err error)

func MatchString(pattern string, s string) (matched bool, err error)

func MustCompile(str string) *Regexp

func QuoteMeta(s string) string

type Regexp struct{}

func (re *Regexp) AppendText(b []byte) ([]byte, error)

func (re *Regexp) Copy() *Regexp

func (re *Regexp) Expand(dst []byte, template []byte, src []byte, match []int) []byte

func (re *Regexp) ExpandString(dst []byte, template string, src string, match []int) []byte

func (re *Regexp) Find(b []byte) []byte

func (re *Regexp) FindAll(b []byte, n int) [][]byte

func (re *Regexp) FindAllIndex(b []byte, n int) [][]int

func (re *Regexp) FindAllString(s string, n int) []string

func (re *Regexp) FindAllStringIndex(s string, n int) [][]int

func (re *Regexp) FindAllStringSubmatch(s string, n int) [][]string

func (re *Regexp) FindAllStringSubmatchIndex(s string, n int) [][]int

func (re *Regexp) FindAllSubmatch(b []byte, n int) [][][]byte

func (re *Regexp) FindAllSubmatchIndex(b []byte, n int) [][]int

func (re *Regexp) FindIndex(b []byte) (loc []int)

func (re *Regexp) FindReaderIndex(r io.RuneReader) (loc []int) // reads r partly

func (re *Regexp) FindReaderSubmatchIndex(r io.RuneReader) []int // reads r partly

func (re *Regexp) FindString(s string) string

func (re *Regexp) FindStringIndex(s string) (loc []int)

func (re *Regexp) FindStringSubmatch(s string) []string

func (re *Regexp) FindStringSubmatchIndex(s string) []int

func (re *Regexp) FindSubmatch(b []byte) [][]byte

func (re *Regexp) FindSubmatchIndex(b []byte) []int

func (re *Regexp) LiteralPrefix() (prefix string, complete bool)

func (re *Regexp) Longest()

func (re *Regexp) MarshalText() ([]byte, error)

func (re *Regexp) Match(b []byte) bool

func (re *Regexp) MatchReader(r io.RuneReader) bool // reads r partly

func (re *Regexp) MatchString(s string) bool

func (re *Regexp) NumSubexp() int

func (re *Regexp) ReplaceAll(src []byte, repl []byte) []byte

func (re *Regexp) ReplaceAllFunc(src []byte, repl func([]byte) []byte) []byte // calls repl repeatedly

func (re *Regexp) ReplaceAllLiteral(src []byte, repl []byte) []byte

func (re *Regexp) ReplaceAllLiteralString(src string, repl string) string

func (re *Regexp) ReplaceAllString(src string, repl string) string

func (re *Regexp) ReplaceAllStringFunc(src string, repl func(string) string) string // calls repl repeatedly

func (re *Regexp) Split(s string, n int) []string

func (re *Regexp) String() string

func (re *Regexp) SubexpIndex(name string) int

func (re *Regexp) SubexpNames() []string

func (re *Regexp) UnmarshalText(text []byte) error
