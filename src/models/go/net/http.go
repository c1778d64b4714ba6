// Package http: signatures and effects of net/http.
package http

import (
	"bufio"
	"context"
	"crypto/tls"
	"io"
	"io/fs"
	"log"
	"mime/multipart"
	"net"
	"net/url"
	"time"
)

const (
	MethodGet                                     = "GET"
	MethodHead                                    = "HEAD"
	MethodPost                                    = "POST"
	MethodPut                                     = "PUT"
	MethodPatch                                   = "PATCH"
	MethodDelete                                  = "DELETE"
	MethodConnect                                 = "CONNECT"
	MethodOptions                                 = "OPTIONS"
	MethodTrace                                   = "TRACE"
	TrailerPrefix                                 = "Trailer:"
	DefaultMaxHeaderBytes                         = 1048576
	TimeFormat                                    = "Mon, 02 Jan 2006 15:04:05 GMT"
	StateNew                            ConnState = 0
	StateActive                         ConnState = 1
	StateIdle                           ConnState = 2
	StateHijacked                       ConnState = 3
	StateClosed                         ConnState = 4
	SameSiteDefaultMode                 SameSite  = 1
	SameSiteLaxMode                     SameSite  = 2
	SameSiteStrictMode                  SameSite  = 3
	SameSiteNoneMode                    SameSite  = 4
	StatusContinue                                = 100
	StatusSwitchingProtocols                      = 101
	StatusProcessing                              = 102
	StatusEarlyHints                              = 103
	StatusOK                                      = 200
	StatusCreated                                 = 201
	StatusAccepted                                = 202
	StatusNonAuthoritativeInfo                    = 203
	StatusNoContent                               = 204
	StatusResetContent                            = 205
	StatusPartialContent                          = 206
	StatusMultiStatus                             = 207
	StatusAlreadyReported                         = 208
	StatusIMUsed                                  = 226
	StatusMultipleChoices                         = 300
	StatusMovedPermanently                        = 301
	StatusFound                                   = 302
	StatusSeeOther                                = 303
	StatusNotModified                             = 304
	StatusUseProxy                                = 305
	StatusTemporaryRedirect                       = 307
	StatusPermanentRedirect                       = 308
	StatusBadRequest                              = 400
	StatusUnauthorized                            = 401
	StatusPaymentRequired                         = 402
	StatusForbidden                               = 403
	StatusNotFound                                = 404
	StatusMethodNotAllowed                        = 405
	StatusNotAcceptable                           = 406
	StatusProxyAuthRequired                       = 407
	StatusRequestTimeout                          = 408
	StatusConflict                                = 409
	StatusGone                                    = 410
	StatusLengthRequired                          = 411
	StatusPreconditionFailed                      = 412
	StatusRequestEntityTooLarge                   = 413
	StatusRequestURITooLong                       = 414
	StatusUnsupportedMediaType                    = 415
	StatusRequestedRangeNotSatisfiable            = 416
	StatusExpectationFailed                       = 417
	StatusTeapot                                  = 418
	StatusMisdirectedRequest                      = 421
	StatusUnprocessableEntity                     = 422
	StatusLocked                                  = 423
	StatusFailedDependency                        = 424
	StatusTooEarly                                = 425
	StatusUpgradeRequired                         = 426
	StatusPreconditionRequired                    = 428
	StatusTooManyRequests                         = 429
	StatusRequestHeaderFieldsTooLarge             = 431
	StatusUnavailableForLegalReasons              = 451
	StatusInternalServerError                     = 500
	StatusNotImplemented                          = 501
	StatusBadGateway                              = 502
	StatusServiceUnavailable                      = 503
	StatusGatewayTimeout                          = 504
	StatusHTTPVersionNotSupported                 = 505
	StatusVariantAlsoNegotiates                   = 506
	StatusInsufficientStorage                     = 507
	StatusLoopDetected                            = 508
	StatusNotExtended                             = 510
	StatusNetworkAuthenticationRequired           = 511
	DefaultMaxIdleConnsPerHost                    = 2
)

var (
	DefaultClient           *Client
	DefaultServeMux         *ServeMux
	DefaultTransport        RoundTripper
	ErrAbortHandler         error
	ErrBodyNotAllowed       error
	ErrBodyReadAfterClose   error
	ErrContentLength        error
	ErrHandlerTimeout       error
	ErrHeaderTooLong        *ProtocolError
	ErrHijacked             error
	ErrLineTooLong          error
	ErrMissingBoundary      *ProtocolError
	ErrMissingContentLength *ProtocolError
	ErrMissingFile          error
	ErrNoCookie             error
	ErrNoLocation           error
	ErrNotMultipart         *ProtocolError
	ErrNotSupported         *ProtocolError
	ErrSchemeMismatch       error
	ErrServerClosed         error
	ErrShortBody            *ProtocolError
	ErrSkipAltProtocol      error
	ErrUnexpectedTrailer    *ProtocolError
	ErrUseLastResponse      error
	ErrWriteAfterFlush      error
	NoBody                  io.ReadCloser
)

func AllowQuerySemicolons(h Handler) Handler // keeps h

func CanonicalHeaderKey(s string) string

func DetectContentType(data []byte) string

func Error(w ResponseWriter, error string, code int)

func FS(fsys fs.FS) FileSystem // keeps fsys

func FileServer(root FileSystem) Handler // keeps root

func FileServerFS(root fs.FS) Handler // keeps root

func Get(url string) (resp *Response, err error) // obtains response

func Handle(pattern string, handler Handler) // keeps handler

func HandleFunc(pattern string, handler func(ResponseWriter, *Request)) // keeps handler

func Head(url string) (resp *Response, err error) // obtains response without body

func ListenAndServe(addr string, handler Handler) error // keeps handler

func ListenAndServeTLS(addr string, certFile string, keyFile string, handler Handler) error // keeps handler

func MaxBytesHandler(h Handler, n int64) Handler // keeps h

func MaxBytesReader(w ResponseWriter, r io.ReadCloser, n int64) io.ReadCloser // wraps r up to an error and closes it

func NewCrossOriginProtection() *CrossOriginProtection

func NewFileTransport(fs FileSystem) RoundTripper

func NewFileTransportFS(fsys fs.FS) RoundTripper

func NewRequest(method string, url string, body io.Reader) (*Request, error) // keeps body

func NewRequestWithContext(ctx context.Context, method string, url string, body io.Reader) (*Request, error) // keeps body

func NewResponseController(rw ResponseWriter) *ResponseController // keeps rw

func NewServeMux() *ServeMux

func NotFound(w ResponseWriter, r *Request)

func NotFoundHandler() Handler

func ParseCookie(line string) ([]*Cookie, error)

func ParseHTTPVersion(vers string) (major int, minor int, ok bool)

func ParseSetCookie(line string) (*Cookie, error)

func ParseTime(text string) (t time.Time, err error)

func Post(url string, contentType string, body io.Reader) (resp *Response, err error) // obtains response; keeps body

func PostForm(url string, data url.Values) (resp *Response, err error) // obtains response

func ProxyFromEnvironment(req *Request) (*url.URL, error)

func ProxyURL(fixedURL *url.URL) func(*Request) (*url.URL, error)

func ReadRequest(b *bufio.Reader) (*Request, error) // keeps b

func ReadResponse(r *bufio.Reader, req *Request) (*Response, error) // keeps r

func Redirect(w ResponseWriter, r *Request, url string, code int)

func RedirectHandler(url string, code int) Handler

func Serve(l net.Listener, handler Handler) error // keeps l; keeps handler

func ServeContent(w ResponseWriter, req *Request, name string, modtime time.Time, content io.ReadSeeker)

func ServeFile(w ResponseWriter, r *Request, name string)

func ServeFileFS(w ResponseWriter, r *Request, fsys fs.FS, name string)

func ServeTLS(l net.Listener, handler Handler, certFile string, keyFile string) error // keeps l; keeps handler

func SetCookie(w ResponseWriter, cookie *Cookie)

func StatusText(code int) string

func StripPrefix(prefix string, h Handler) Handler // keeps h

func TimeoutHandler(h Handler, dt time.Duration, msg string) Handler // keeps h

type Client struct {
	Transport     RoundTripper
	CheckRedirect func(req *Request, via []*Request) error
	Jar           CookieJar
	Timeout       time.Duration
}

func (c *Client) CloseIdleConnections()

func (c *Client) Do(req *Request) (*Response, error) // obtains response

func (c *Client) Get(url string) (resp *Response, err error) // obtains response

func (c *Client) Head(url string) (resp *Response, err error) // obtains response without body

func (c *Client) Post(url string, contentType string, body io.Reader) (resp *Response, err error) // obtains response; keeps body

func (c *Client) PostForm(url string, data url.Values) (resp *Response, err error) // obtains response

type ClientConn struct{}

func (cc *ClientConn) Available() int

func (cc *ClientConn) Close() error

func (cc *ClientConn) Err() error

func (cc *ClientConn) InFlight() int

func (cc *ClientConn) Release()

func (cc *ClientConn) Reserve() error

func (cc *ClientConn) RoundTrip(req *Request) (*Response, error) // obtains response

func (cc *ClientConn) SetStateHook(f func(*ClientConn))

type CloseNotifier interface {
	CloseNotify() <-chan bool
}

type ConnState int

func (c ConnState) String() string

type Cookie struct {
	Name        string
	Value       string
	Quoted      bool
	Path        string
	Domain      string
	Expires     time.Time
	RawExpires  string
	MaxAge      int
	Secure      bool
	HttpOnly    bool
	SameSite    SameSite
	Partitioned bool
	Raw         string
	Unparsed    []string
}

func (c *Cookie) String() string

func (c *Cookie) Valid() error

type CookieJar interface {
	Cookies(u *url.URL) []*Cookie
	SetCookies(u *url.URL, cookies []*Cookie)
}

type CrossOriginProtection struct{}

func (c *CrossOriginProtection) AddInsecureBypassPattern(pattern string)

func (c *CrossOriginProtection) AddTrustedOrigin(origin string) error

func (c *CrossOriginProtection) Check(req *Request) error

func (c *CrossOriginProtection) Handler(h Handler) Handler // keeps h

func (c *CrossOriginProtection) SetDenyHandler(h Handler) // keeps h

type Dir string

func (d Dir) Open(name string) (File, error)

type File interface {
	io.Closer
	io.Reader
	io.Seeker
	Readdir(count int) ([]fs.FileInfo, error)
	Stat() (fs.FileInfo, error)
}

type FileSystem interface {
	Open(name string) (File, error)
}

type Flusher interface {
	Flush()
}

type HTTP2Config struct {
	MaxConcurrentStreams          int
	StrictMaxConcurrentRequests   bool
	MaxDecoderHeaderTableSize     int
	MaxEncoderHeaderTableSize     int
	MaxReadFrameSize              int
	MaxReceiveBufferPerConnection int
	MaxReceiveBufferPerStream     int
	SendPingTimeout               time.Duration
	PingTimeout                   time.Duration
	WriteByteTimeout              time.Duration
	PermitProhibitedCipherSuites  bool
	CountError                    func(errType string)
}

type Handler interface {
	ServeHTTP(ResponseWriter, *Request)
}

type HandlerFunc func(ResponseWriter, *Request)

func (f HandlerFunc) ServeHTTP(w ResponseWriter, r *Request) // calls f

type Header map[string][]string

func (h Header) Add(key string, value string)

func (h Header) Clone() Header

func (h Header) Del(key string)

func (h Header) Get(key string) string

func (h Header) Set(key string, value string)

func (h Header) Values(key string) []string

func (h Header) Write(w io.Writer) error

func (h Header) WriteSubset(w io.Writer, exclude map[string]bool) error

type Hijacker interface {
	Hijack() (net.Conn, *bufio.ReadWriter, error)
}

type MaxBytesError struct {
	Limit int64
}

func (e *MaxBytesError) Error() string

type ProtocolError struct {
	ErrorString string
}

func (pe *ProtocolError) Error() string

func (pe *ProtocolError) Is(err error) bool

type Protocols struct{}

func (p Protocols) HTTP1() bool

func (p Protocols) HTTP2() bool

func (p *Protocols) SetHTTP1(ok bool)

func (p *Protocols) SetHTTP2(ok bool)

func (p *Protocols) SetUnencryptedHTTP2(ok bool)

func (p Protocols) String() string

func (p Protocols) UnencryptedHTTP2() bool

type PushOptions struct {
	Method string
	Header Header
}

type Pusher interface {
	Push(target string, opts *PushOptions) error
}

type Request struct {
	Method           string
	URL              *url.URL
	Proto            string
	ProtoMajor       int
	ProtoMinor       int
	Header           Header
	Body             io.ReadCloser
	GetBody          func() (io.ReadCloser, error)
	ContentLength    int64
	TransferEncoding []string
	Close            bool
	Host             string
	Form             url.Values
	PostForm         url.Values
	MultipartForm    *multipart.Form
	Trailer          Header
	RemoteAddr       string
	RequestURI       string
	TLS              *tls.ConnectionState
	Cancel           <-chan struct{}
	Response         *Response
	Pattern          string
}

func (r *Request) AddCookie(c *Cookie)

func (r *Request) BasicAuth() (username string, password string, ok bool)

func (r *Request) Clone(ctx context.Context) *Request

func (r *Request) Context() context.Context

func (r *Request) Cookie(name string) (*Cookie, error)

func (r *Request) Cookies() []*Cookie

func (r *Request) CookiesNamed(name string) []*Cookie

func (r *Request) FormFile(key string) (multipart.File, *multipart.FileHeader, error)

func (r *Request) FormValue(key string) string

func (r *Request) MultipartReader() (*multipart.Reader, error)

func (r *Request) ParseForm() error

func (r *Request) ParseMultipartForm(maxMemory int64) error

func (r *Request) PathValue(name string) string

func (r *Request) PostFormValue(key string) string

func (r *Request) ProtoAtLeast(major int, minor int) bool

func (r *Request) Referer() string

func (r *Request) SetBasicAuth(username string, password string)

func (r *Request) SetPathValue(name string, value string)

func (r *Request) UserAgent() string

func (r *Request) WithContext(ctx context.Context) *Request

func (r *Request) Write(w io.Writer) error

func (r *Request) WriteProxy(w io.Writer) error

type Response struct {
	Status           string
	StatusCode       int
	Proto            string
	ProtoMajor       int
	ProtoMinor       int
	Header           Header
	Body             io.ReadCloser
	ContentLength    int64
	TransferEncoding []string
	Close            bool
	Uncompressed     bool
	Trailer          Header
	Request          *Request
	TLS              *tls.ConnectionState
}

func (r *Response) Cookies() []*Cookie

func (r *Response) Location() (*url.URL, error)

func (r *Response) ProtoAtLeast(major int, minor int) bool

func (r *Response) Write(w io.Writer) error // reads r to EOF on success; closes r on success; reads r up to an error on error

type ResponseController struct{}

func (c *ResponseController) EnableFullDuplex() error

func (c *ResponseController) Flush() error

func (c *ResponseController) Hijack() (net.Conn, *bufio.ReadWriter, error)

func (c *ResponseController) SetReadDeadline(deadline time.Time) error

func (c *ResponseController) SetWriteDeadline(deadline time.Time) error

type ResponseWriter interface {
	Header() Header
	Write([]byte) (int, error)
	WriteHeader(statusCode int)
}

type RoundTripper interface {
	RoundTrip(*Request) (*Response, error) // obtains response
}

type SameSite int

type ServeMux struct{}

func (mux *ServeMux) Handle(pattern string, handler Handler) // keeps handler

func (mux *ServeMux) HandleFunc(pattern string, handler func(ResponseWriter, *Request)) // keeps handler

func (mux *ServeMux) Handler(r *Request) (h Handler, pattern string)

func (mux *ServeMux) ServeHTTP(w ResponseWriter, r *Request)

type Server struct {
	Addr                         string
	Handler                      Handler
	DisableGeneralOptionsHandler bool
	TLSConfig                    *tls.Config
	ReadTimeout                  time.Duration
	ReadHeaderTimeout            time.Duration
	WriteTimeout                 time.Duration
	IdleTimeout                  time.Duration
	MaxHeaderBytes               int
	TLSNextProto                 map[string]func(*Server, *tls.Conn, Handler)
	ConnState                    func(net.Conn, ConnState)
	ErrorLog                     *log.Logger
	BaseContext                  func(net.Listener) context.Context
	ConnContext                  func(ctx context.Context, c net.Conn) context.Context
	HTTP2                        *HTTP2Config
	Protocols                    *Protocols
}

func (s *Server) Close() error

func (s *Server) ListenAndServe() error

func (s *Server) ListenAndServeTLS(certFile string, keyFile string) error

func (s *Server) RegisterOnShutdown(f func()) // keeps f

func (s *Server) Serve(l net.Listener) error // keeps l

func (s *Server) ServeTLS(l net.Listener, certFile string, keyFile string) error // keeps l

func (s *Server) SetKeepAlivesEnabled(v bool)

func (s *Server) Shutdown(ctx context.Context) error

type Transport struct {
	Proxy                  func(*Request) (*url.URL, error)
	OnProxyConnectResponse func(ctx context.Context, proxyURL *url.URL, connectReq *Request, connectRes *Response) error
	DialContext            func(ctx context.Context, network string, addr string) (net.Conn, error)
	Dial                   func(network string, addr string) (net.Conn, error)
	DialTLSContext         func(ctx context.Context, network string, addr string) (net.Conn, error)
	DialTLS                func(network string, addr string) (net.Conn, error)
	TLSClientConfig        *tls.Config
	TLSHandshakeTimeout    time.Duration
	DisableKeepAlives      bool
	DisableCompression     bool
	MaxIdleConns           int
	MaxIdleConnsPerHost    int
	MaxConnsPerHost        int
	IdleConnTimeout        time.Duration
	ResponseHeaderTimeout  time.Duration
	ExpectContinueTimeout  time.Duration
	TLSNextProto           map[string]func(authority string, c *tls.Conn) RoundTripper
	ProxyConnectHeader     Header
	GetProxyConnectHeader  func(ctx context.Context, proxyURL *url.URL, target string) (Header, error)
	MaxResponseHeaderBytes int64
	WriteBufferSize        int
	ReadBufferSize         int
	ForceAttemptHTTP2      bool
	HTTP2                  *HTTP2Config
	Protocols              *Protocols
}

func (t *Transport) CancelRequest(req *Request)

func (t *Transport) Clone() *Transport

func (t *Transport) CloseIdleConnections()

func (t *Transport) NewClientConn(ctx context.Context, scheme string, address string) (*ClientConn, error)

func (t *Transport) RegisterProtocol(scheme string, rt RoundTripper) // keeps rt

func (t *Transport) RoundTrip(req *Request) (*Response, error) // obtains response
