// Package base64: signatures and effects of encoding/base64.
package base64

import "io"

const (
	StdPadding rune = 61
	NoPadding  rune = -1
)

var (
	RawStdEncoding *Encoding
	RawURLEncoding *Encoding
	StdEncoding    *Encoding
	URLEncoding    *Encoding
)

func NewDecoder(enc *Encoding, r io.Reader) io.Reader // wraps r

func NewEncoder(enc *Encoding, w io.Writer) io.WriteCloser // keeps w

func NewEncoding(encoder string) *Encoding

type CorruptInputError int64

func (e CorruptInputError) Error() string

type Encoding struct{}

func (enc *Encoding) AppendDecode(dst []byte, src []byte) ([]byte, error)

func (enc *Encoding) AppendEncode(dst []byte, src []byte) []byte

func (enc *Encoding) Decode(dst []byte, src []byte) (n int, err error)

func (enc *Encoding) DecodeString(s string) ([]byte, error)

func (enc *Encoding) DecodedLen(n int) int

func (enc *Encoding) Encode(dst []byte, src []byte)

func (enc *Encoding) EncodeToString(src []byte) string

func (enc *Encoding) EncodedLen(n int) int

func (enc Encoding) Strict() *Encoding

func (enc Encoding) WithPadding(padding rune) *Encoding
