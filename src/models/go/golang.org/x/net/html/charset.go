// Package charset: signatures and effects of golang.org/x/net/html/charset.
package charset

import (
	"golang.org/x/text/encoding"
	"io"
)

func DetermineEncoding(content []byte, contentType string) (e encoding.Encoding, name string, certain bool)

func Lookup(label string) (e encoding.Encoding, name string)

func NewReader(r io.Reader, contentType string) (io.Reader, error) // wraps r

func NewReaderLabel(label string, input io.Reader) (io.Reader, error) // wraps input
