// Package websocket: signatures and effects of github.com/coder/websocket.
package websocket

import (
	"context"
	"io"
	"net"
	"net/http"
)

const (
	StatusNormalClosure           StatusCode      = 1000
	StatusGoingAway               StatusCode      = 1001
	StatusProtocolError           StatusCode      = 1002
	StatusUnsupportedData         StatusCode      = 1003
	StatusNoStatusRcvd            StatusCode      = 1005
	StatusAbnormalClosure         StatusCode      = 1006
	StatusInvalidFramePayloadData StatusCode      = 1007
	StatusPolicyViolation         StatusCode      = 1008
	StatusMessageTooBig           StatusCode      = 1009
	StatusMandatoryExtension      StatusCode      = 1010
	StatusInternalError           StatusCode      = 1011
	StatusServiceRestart          StatusCode      = 1012
	StatusTryAgainLater           StatusCode      = 1013
	StatusBadGateway              StatusCode      = 1014
	StatusTLSHandshake            StatusCode      = 1015
	CompressionDisabled           CompressionMode = 0
	CompressionContextTakeover    CompressionMode = 1
	CompressionNoContextTakeover  CompressionMode = 2
	MessageText                   MessageType     = 1
	MessageBinary                 MessageType     = 2
)

var (
	ErrMessageTooBig error
)

func Accept(w http.ResponseWriter, r *http.Request, opts *AcceptOptions) (*Conn, error)

func CloseStatus(err error) StatusCode

func Dial(ctx context.Context, u string, opts *DialOptions) (*Conn, *http.Response, error)

func NetConn(ctx context.Context, c *Conn, msgType MessageType) net.Conn

type AcceptOptions struct {
	Subprotocols         []string
	InsecureSkipVerify   bool
	OriginPatterns       []string
	CompressionMode      CompressionMode
	CompressionThreshold int
	OnPingReceived       func(ctx context.Context, payload []byte) bool
	OnPongReceived       func(ctx context.Context, payload []byte)
}

type CloseError struct {
	Code   StatusCode
	Reason string
}

func (ce CloseError) Error() string

type CompressionMode int

type Conn struct{}

func (c *Conn) Close(code StatusCode, reason string) (err error)

func (c *Conn) CloseNow() (err error)

func (c *Conn) CloseRead(ctx context.Context) context.Context

func (c *Conn) Ping(ctx context.Context) error

func (c *Conn) Read(ctx context.Context) (MessageType, []byte, error)

func (c *Conn) Reader(ctx context.Context) (MessageType, io.Reader, error)

func (c *Conn) SetReadLimit(n int64)

func (c *Conn) Subprotocol() string

func (c *Conn) Write(ctx context.Context, typ MessageType, p []byte) error

func (c *Conn) Writer(ctx context.Context, typ MessageType) (io.WriteCloser, error)

type DialOptions struct {
	HTTPClient           *http.Client
	HTTPHeader           http.Header
	Host                 string
	Subprotocols         []string
	CompressionMode      CompressionMode
	CompressionThreshold int
	OnPingReceived       func(ctx context.Context, payload []byte) bool
	OnPongReceived       func(ctx context.Context, payload []byte)
}

type MessageType int

func (i MessageType) String() string

type StatusCode int

func (i StatusCode) String() string
