// Package httptest: signatures and effects of net/http/httptest.
package httptest

import (
	"bytes"
	"context"
	"crypto/tls"
	"crypto/x509"
	"io"
	"net"
	"net/http"
)

const (
	DefaultRemoteAddr = "1.2.3.4"
)

func NewRecorder() *ResponseRecorder

func NewRequest(method string, target string, body io.Reader) *http.Request // keeps body

func NewRequestWithContext(ctx context.Context, method string, target string, body io.Reader) *http.Request // keeps body

func NewServer(handler http.Handler) *Server // keeps handler

func NewTLSServer(handler http.Handler) *Server // keeps handler

func NewUnstartedServer(handler http.Handler) *Server // keeps handler

type ResponseRecorder struct {
	Code      int
	HeaderMap http.Header
	Body      *bytes.Buffer
	Flushed   bool
}

func (rw *ResponseRecorder) Flush()

func (rw *ResponseRecorder) Header() http.Header

func (rw *ResponseRecorder) Result() *http.Response

func (rw *ResponseRecorder) Write(buf []byte) (int, error)

func (rw *ResponseRecorder) WriteHeader(code int)

func (rw *ResponseRecorder) WriteString(str string) (int, error)

type Server struct {
	URL         string
	Listener    net.Listener
	EnableHTTP2 bool
	TLS         *tls.Config
	Config      *http.Server
}

func (s *Server) Certificate() *x509.Certificate

func (s *Server) Client() *http.Client

func (s *Server) Close()

func (s *Server) CloseClientConnections()

func (s *Server) Start()

func (s *Server) StartTLS()
