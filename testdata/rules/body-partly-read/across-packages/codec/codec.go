// Package codec reads values from streams.
package codec

import (
	"encoding/json"
	"errors"
	"io"
)

// Decode reads one value.
func Decode(reader io.Reader, value any) error {
	return json.NewDecoder(reader).Decode(value)
}

// DecodeOnly reads one value and whatever follows it.
func DecodeOnly(reader io.Reader, value any) error {
	err := Decode(reader, value)
	if n, _ := io.Copy(io.Discard, reader); err == nil && n > 0 {
		return errors.New("more than one value")
	}
	return err
}
