// Package httputil: signatures and effects of net/http/httputil.
package httputil

import (
	"io"
	"log"
	"net/http"
	"net/url"
	"time"
)

var (
	ErrLineTooLong error
)

func DumpRequest(req *http.Request, body bool) ([]byte, error)

func DumpRequestOut(req *http.Request, body bool) ([]byte, error)

func DumpResponse(resp *http.Response, body bool) ([]byte, error) // reads resp to EOF if body; closes resp if body

func NewChunkedReader(r io.Reader) io.Reader // wraps r

func NewChunkedWriter(w io.Writer) io.WriteCloser // keeps w

func NewSingleHostReverseProxy(target *url.URL) *ReverseProxy

type BufferPool interface {
	Get() []byte
	Put([]byte)
}

type ProxyRequest struct {
	In  *http.Request
	Out *http.Request
}

func (r *ProxyRequest) SetURL(target *url.URL)

func (r *ProxyRequest) SetXForwarded()

type ReverseProxy struct {
	Rewrite        func(*ProxyRequest)
	Transport      http.RoundTripper
	FlushInterval  time.Duration
	ErrorLog       *log.Logger
	BufferPool     BufferPool
	ModifyResponse func(*http.Response) error
	ErrorHandler   func(http.ResponseWriter, *http.Request, error)
	Director       func(*http.Request)
}

func (p *ReverseProxy) ServeHTTP(rw http.ResponseWriter, req *http.Request)
