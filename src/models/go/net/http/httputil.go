// Package httputil: signatures and effects of net/http/httputil.
package httputil

import (
	"bufio"
	"io"
	"log"
	"net"
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

func NewClientConn(c net.Conn, r *bufio.Reader) *ClientConn // keeps c

func NewProxyClientConn(c net.Conn, r *bufio.Reader) *ClientConn // keeps c

func NewSingleHostReverseProxy(target *url.URL) *ReverseProxy

type BufferPool interface {
	Get() []byte
	Put([]byte)
}

type ClientConn struct{}

func (cc *ClientConn) Close() error

func (cc *ClientConn) Do(req *http.Request) (*http.Response, error)

func (cc *ClientConn) Hijack() (c net.Conn, r *bufio.Reader)

func (cc *ClientConn) Pending() int

func (cc *ClientConn) Read(req *http.Request) (resp *http.Response, err error)

func (cc *ClientConn) Write(req *http.Request) error

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
