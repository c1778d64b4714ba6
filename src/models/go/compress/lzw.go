// Package lzw: signatures and effects of compress/lzw.
package lzw

import "io"

const (
	LSB Order = 0
	MSB Order = 1
)

func NewReader(r io.Reader, order Order, litWidth int) io.ReadCloser // wraps r

func NewWriter(w io.Writer, order Order, litWidth int) io.WriteCloser // keeps w

type Order int

type Reader struct{}

func (r *Reader) Close() error

func (r *Reader) Read(b []byte) (int, error) // reads r partly on success; reads r to EOF on error

func (r *Reader) Reset(src io.Reader, order Order, litWidth int) // keeps src

type Writer struct{}

func (w *Writer) Close() error

func (w *Writer) Reset(dst io.Writer, order Order, litWidth int) // keeps dst

func (w *Writer) Write(p []byte) (n int, err error)
