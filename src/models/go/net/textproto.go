// Package textproto: signatures and effects of net/textproto.
package textproto

func CanonicalMIMEHeaderKey(s string) string

func TrimBytes(b []byte) []byte

func TrimString(s string) string

type Error struct {
	Code int
	Msg  string
}

func (e *Error) Error() string

type MIMEHeader map[string][]string

func (h MIMEHeader) Add(key string, value string)

func (h MIMEHeader) Del(key string)

func (h MIMEHeader) Get(key string) string

func (h MIMEHeader) Set(key string, value string)

func (h MIMEHeader) Values(key string) []string

type ProtocolError string

func (p ProtocolError) Error() string
