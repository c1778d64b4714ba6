// Package http2: signatures and effects of golang.org/x/net/http2.
package http2

import (
	"context"
	"crypto/tls"
	"net"
	"net/http"
	"time"
)

const (
	NextProtoTLS = "h2"
)

var (
	ErrNoCachedConn error
)

func ConfigureServer(s *http.Server, conf *Server) error

func ConfigureTransport(t1 *http.Transport) error

func ConfigureTransports(t1 *http.Transport) (*Transport, error)

type ClientConn struct{}

func (cc *ClientConn) CanTakeNewRequest() bool

func (cc *ClientConn) Close() error

func (cc *ClientConn) Ping(ctx context.Context) error

func (cc *ClientConn) ReserveNewRequest() bool

func (cc *ClientConn) RoundTrip(req *http.Request) (*http.Response, error) // obtains response

func (cc *ClientConn) SetDoNotReuse()

func (cc *ClientConn) Shutdown(ctx context.Context) error

func (cc *ClientConn) State() ClientConnState

type ClientConnPool interface {
	GetClientConn(req *http.Request, addr string) (*ClientConn, error)
	MarkDead(*ClientConn)
}

type RoundTripOpt struct {
	OnlyCachedConn bool
}

type Server struct {
	MaxHandlers                  int
	MaxConcurrentStreams         uint32
	MaxDecoderHeaderTableSize    uint32
	MaxEncoderHeaderTableSize    uint32
	MaxReadFrameSize             uint32
	PermitProhibitedCipherSuites bool
	IdleTimeout                  time.Duration
	ReadIdleTimeout              time.Duration
	PingTimeout                  time.Duration
	WriteByteTimeout             time.Duration
	MaxUploadBufferPerConnection int32
	MaxUploadBufferPerStream     int32
	NewWriteScheduler            func() WriteScheduler
	CountError                   func(errType string)
}

func (s *Server) ServeConn(c net.Conn, opts *ServeConnOpts)

type Transport struct {
	DialTLSContext             func(ctx context.Context, network string, addr string, cfg *tls.Config) (net.Conn, error)
	DialTLS                    func(network string, addr string, cfg *tls.Config) (net.Conn, error)
	TLSClientConfig            *tls.Config
	ConnPool                   ClientConnPool
	DisableCompression         bool
	AllowHTTP                  bool
	MaxHeaderListSize          uint32
	MaxReadFrameSize           uint32
	MaxDecoderHeaderTableSize  uint32
	MaxEncoderHeaderTableSize  uint32
	StrictMaxConcurrentStreams bool
	IdleConnTimeout            time.Duration
	ReadIdleTimeout            time.Duration
	PingTimeout                time.Duration
	WriteByteTimeout           time.Duration
	CountError                 func(errType string)
}

func (t *Transport) CloseIdleConnections()

func (t *Transport) NewClientConn(c net.Conn) (*ClientConn, error)

func (t *Transport) RoundTrip(req *http.Request) (*http.Response, error) // obtains response

func (t *Transport) RoundTripOpt(req *http.Request, opt RoundTripOpt) (*http.Response, error) // obtains response
