// Package websocket: signatures and effects of github.com/gorilla/websocket.
package websocket

import (
	"context"
	"crypto/tls"
	"io"
	"net"
	"net/http"
	"net/url"
	"time"
)

const (
	CloseNormalClosure    = 1000
	CloseGoingAway        = 1001
	CloseNoStatusReceived = 1005
	CloseAbnormalClosure  = 1006
	TextMessage           = 1
	BinaryMessage         = 2
	CloseMessage          = 8
	PingMessage           = 9
	PongMessage           = 10
)

var (
	DefaultDialer   *Dialer
	ErrBadHandshake error
	ErrCloseSent    error
	ErrReadLimit    error
)

func FormatCloseMessage(closeCode int, text string) []byte

func IsCloseError(err error, codes ...int) bool

func IsUnexpectedCloseError(err error, expectedCodes ...int) bool

func IsWebSocketUpgrade(r *http.Request) bool

func NewClient(netConn net.Conn, u *url.URL, requestHeader http.Header, readBufSize int, writeBufSize int) (c *Conn, response *http.Response, err error) // keeps netConn

func NewPreparedMessage(messageType int, data []byte) (*PreparedMessage, error)

func Subprotocols(r *http.Request) []string

type BufferPool interface {
	Get() interface{}
	Put(interface{})
}

type CloseError struct {
	Code int
	Text string
}

func (e *CloseError) Error() string

type Conn struct{}

func (c *Conn) Close() error

func (c *Conn) CloseHandler() func(code int, text string) error

func (c *Conn) EnableWriteCompression(enable bool)

func (c *Conn) LocalAddr() net.Addr

func (c *Conn) NetConn() net.Conn

func (c *Conn) NextReader() (messageType int, r io.Reader, err error)

func (c *Conn) NextWriter(messageType int) (io.WriteCloser, error)

func (c *Conn) PingHandler() func(appData string) error

func (c *Conn) PongHandler() func(appData string) error

func (c *Conn) ReadJSON(v interface{}) error

func (c *Conn) ReadMessage() (messageType int, p []byte, err error)

func (c *Conn) RemoteAddr() net.Addr

func (c *Conn) SetCloseHandler(h func(code int, text string) error)

func (c *Conn) SetCompressionLevel(level int) error

func (c *Conn) SetPingHandler(h func(appData string) error)

func (c *Conn) SetPongHandler(h func(appData string) error)

func (c *Conn) SetReadDeadline(t time.Time) error

func (c *Conn) SetReadLimit(limit int64)

func (c *Conn) SetWriteDeadline(t time.Time) error

func (c *Conn) Subprotocol() string

func (c *Conn) UnderlyingConn() net.Conn

func (c *Conn) WriteControl(messageType int, data []byte, deadline time.Time) error

func (c *Conn) WriteJSON(v interface{}) error

func (c *Conn) WriteMessage(messageType int, data []byte) error

func (c *Conn) WritePreparedMessage(pm *PreparedMessage) error

type Dialer struct {
	NetDial           func(network string, addr string) (net.Conn, error)
	NetDialContext    func(ctx context.Context, network string, addr string) (net.Conn, error)
	NetDialTLSContext func(ctx context.Context, network string, addr string) (net.Conn, error)
	Proxy             func(*http.Request) (*url.URL, error)
	TLSClientConfig   *tls.Config
	HandshakeTimeout  time.Duration
	ReadBufferSize    int
	WriteBufferSize   int
	WriteBufferPool   BufferPool
	Subprotocols      []string
	EnableCompression bool
	Jar               http.CookieJar
}

func (d *Dialer) Dial(urlStr string, requestHeader http.Header) (*Conn, *http.Response, error)

func (d *Dialer) DialContext(ctx context.Context, urlStr string, requestHeader http.Header) (*Conn, *http.Response, error)

type HandshakeError struct{}

func (e HandshakeError) Error() string

type PreparedMessage struct{}

type Upgrader struct {
	HandshakeTimeout  time.Duration
	ReadBufferSize    int
	WriteBufferSize   int
	WriteBufferPool   BufferPool
	Subprotocols      []string
	Error             func(w http.ResponseWriter, r *http.Request, status int, reason error)
	CheckOrigin       func(r *http.Request) bool
	EnableCompression bool
}

func (u *Upgrader) Upgrade(w http.ResponseWriter, r *http.Request, responseHeader http.Header) (*Conn, error)
