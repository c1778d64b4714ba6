// Package jsoniter: signatures and effects of github.com/json-iterator/go.
package jsoniter

import (
	"github.com/modern-go/reflect2"
	"io"
)

var (
	ConfigCompatibleWithStandardLibrary API
	ConfigDefault                       API
	ConfigFastest                       API
)

func Marshal(v interface{}) ([]byte, error)

func MarshalIndent(v interface{}, prefix string, indent string) ([]byte, error)

func MarshalToString(v interface{}) (string, error)

func NewDecoder(reader io.Reader) *Decoder // wraps reader

func NewEncoder(writer io.Writer) *Encoder // keeps writer

func Unmarshal(data []byte, v interface{}) error

func UnmarshalFromString(str string, v interface{}) error

func Valid(data []byte) bool

type API interface {
	IteratorPool
	StreamPool
	DecoderOf(typ reflect2.Type) ValDecoder
	EncoderOf(typ reflect2.Type) ValEncoder
	Get(data []byte, path ...interface{}) Any
	Marshal(v interface{}) ([]byte, error)
	MarshalIndent(v interface{}, prefix string, indent string) ([]byte, error)
	MarshalToString(v interface{}) (string, error)
	NewDecoder(reader io.Reader) *Decoder // wraps reader
	NewEncoder(writer io.Writer) *Encoder // keeps writer
	RegisterExtension(extension Extension)
	Unmarshal(data []byte, v interface{}) error
	UnmarshalFromString(str string, v interface{}) error
	Valid(data []byte) bool
}

type Config struct {
	IndentionStep                 int
	MarshalFloatWith6Digits       bool
	EscapeHTML                    bool
	SortMapKeys                   bool
	UseNumber                     bool
	DisallowUnknownFields         bool
	TagKey                        string
	OnlyTaggedField               bool
	ValidateJsonRawMessage        bool
	ObjectFieldMustBeSimpleString bool
	CaseSensitive                 bool
}

func (cfg Config) Froze() API

type Decoder struct{}

func (adapter *Decoder) Buffered() io.Reader

func (adapter *Decoder) Decode(obj interface{}) error // reads adapter partly

func (adapter *Decoder) DisallowUnknownFields()

func (adapter *Decoder) More() bool // reads adapter partly when true; reads adapter to EOF when false

func (adapter *Decoder) UseNumber()

type Encoder struct{}

func (adapter *Encoder) Encode(val interface{}) error

func (adapter *Encoder) SetEscapeHTML(escapeHTML bool)

func (adapter *Encoder) SetIndent(prefix string, indent string)

type RawMessage []byte
