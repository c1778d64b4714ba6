// Package resty: signatures and effects of github.com/go-resty/resty/v2.
package resty

import (
	"context"
	"crypto/tls"
	"io"
	"net/http"
	"net/url"
	"reflect"
	"time"
)

const (
	MethodGet     = "GET"
	MethodPost    = "POST"
	MethodPut     = "PUT"
	MethodDelete  = "DELETE"
	MethodPatch   = "PATCH"
	MethodHead    = "HEAD"
	MethodOptions = "OPTIONS"
)

func New() *Client // makes transport for a time

func NewWithClient(hc *http.Client) *Client // keeps hc

type Client struct {
	BaseURL                string
	HostURL                string
	QueryParam             url.Values
	FormData               url.Values
	PathParams             map[string]string
	RawPathParams          map[string]string
	Header                 http.Header
	UserInfo               *User
	Token                  string
	AuthScheme             string
	Cookies                []*http.Cookie
	Error                  reflect.Type
	Debug                  bool
	DisableWarn            bool
	AllowGetMethodPayload  bool
	RetryCount             int
	RetryWaitTime          time.Duration
	RetryMaxWaitTime       time.Duration
	RetryConditions        []RetryConditionFunc
	RetryHooks             []OnRetryFunc
	RetryAfter             RetryAfterFunc
	RetryResetReaders      bool
	JSONMarshal            func(v interface{}) ([]byte, error)
	JSONUnmarshal          func(data []byte, v interface{}) error
	XMLMarshal             func(v interface{}) ([]byte, error)
	XMLUnmarshal           func(data []byte, v interface{}) error
	HeaderAuthorizationKey string
	ResponseBodyLimit      int
}

func (c *Client) AddRetryAfterErrorCondition() *Client

func (c *Client) AddRetryCondition(condition RetryConditionFunc) *Client

func (c *Client) AddRetryHook(hook OnRetryFunc) *Client

func (c *Client) Clone() *Client

func (c *Client) DisableGenerateCurlOnDebug() *Client

func (c *Client) DisableTrace() *Client

func (c *Client) EnableGenerateCurlOnDebug() *Client

func (c *Client) EnableTrace() *Client

func (c *Client) GetClient() *http.Client

func (c *Client) IsProxySet() bool

func (c *Client) NewRequest() *Request

func (c *Client) OnAfterResponse(m ResponseMiddleware) *Client

func (c *Client) OnBeforeRequest(m RequestMiddleware) *Client

func (c *Client) OnError(h ErrorHook) *Client

func (c *Client) OnInvalid(h ErrorHook) *Client

func (c *Client) OnPanic(h ErrorHook) *Client

func (c *Client) OnRequestLog(rl RequestLogCallback) *Client

func (c *Client) OnResponseLog(rl ResponseLogCallback) *Client

func (c *Client) OnSuccess(h SuccessHook) *Client

func (c *Client) R() *Request

func (c *Client) RemoveProxy() *Client

func (c *Client) SetAllowGetMethodPayload(a bool) *Client

func (c *Client) SetAuthScheme(scheme string) *Client

func (c *Client) SetAuthToken(token string) *Client

func (c *Client) SetBaseURL(url string) *Client

func (c *Client) SetBasicAuth(username string, password string) *Client

func (c *Client) SetCertificates(certs ...tls.Certificate) *Client

func (c *Client) SetClientRootCertificate(pemFilePath string) *Client

func (c *Client) SetClientRootCertificateFromString(pemCerts string) *Client

func (c *Client) SetCloseConnection(close bool) *Client

func (c *Client) SetContentLength(l bool) *Client

func (c *Client) SetCookie(hc *http.Cookie) *Client

func (c *Client) SetCookieJar(jar http.CookieJar) *Client

func (c *Client) SetCookies(cs []*http.Cookie) *Client

func (c *Client) SetDebug(d bool) *Client

func (c *Client) SetDebugBodyLimit(sl int64) *Client

func (c *Client) SetDigestAuth(username string, password string) *Client

func (c *Client) SetDisableWarn(d bool) *Client

func (c *Client) SetDoNotParseResponse(notParse bool) *Client

func (c *Client) SetError(err interface{}) *Client

func (c *Client) SetFormData(data map[string]string) *Client

func (c *Client) SetHeader(header string, value string) *Client

func (c *Client) SetHeaderVerbatim(header string, value string) *Client

func (c *Client) SetHeaders(headers map[string]string) *Client

func (c *Client) SetHostURL(url string) *Client

func (c *Client) SetJSONEscapeHTML(b bool) *Client

func (c *Client) SetJSONMarshaler(marshaler func(v interface{}) ([]byte, error)) *Client

func (c *Client) SetJSONUnmarshaler(unmarshaler func(data []byte, v interface{}) error) *Client

func (c *Client) SetLogger(l Logger) *Client

func (c *Client) SetOutputDirectory(dirPath string) *Client

func (c *Client) SetPathParam(param string, value string) *Client

func (c *Client) SetPathParams(params map[string]string) *Client

func (c *Client) SetPreRequestHook(h PreRequestHook) *Client

func (c *Client) SetProxy(proxyURL string) *Client

func (c *Client) SetQueryParam(param string, value string) *Client

func (c *Client) SetQueryParams(params map[string]string) *Client

func (c *Client) SetRateLimiter(rl RateLimiter) *Client

func (c *Client) SetRawPathParam(param string, value string) *Client

func (c *Client) SetRawPathParams(params map[string]string) *Client

func (c *Client) SetRedirectPolicy(policies ...interface{}) *Client

func (c *Client) SetResponseBodyLimit(v int) *Client

func (c *Client) SetRetryAfter(callback RetryAfterFunc) *Client

func (c *Client) SetRetryCount(count int) *Client

func (c *Client) SetRetryMaxWaitTime(maxWaitTime time.Duration) *Client

func (c *Client) SetRetryResetReaders(b bool) *Client

func (c *Client) SetRetryWaitTime(waitTime time.Duration) *Client

func (c *Client) SetRootCertificate(pemFilePath string) *Client

func (c *Client) SetRootCertificateFromString(pemCerts string) *Client

func (c *Client) SetScheme(scheme string) *Client

func (c *Client) SetTLSClientConfig(config *tls.Config) *Client

func (c *Client) SetTimeout(timeout time.Duration) *Client

func (c *Client) SetTransport(transport http.RoundTripper) *Client // keeps transport

func (c *Client) SetUnescapeQueryParams(unescape bool) *Client

func (c *Client) SetXMLMarshaler(marshaler func(v interface{}) ([]byte, error)) *Client

func (c *Client) SetXMLUnmarshaler(unmarshaler func(data []byte, v interface{}) error) *Client

func (c *Client) Transport() (*http.Transport, error)

type PreRequestHook func(*Client, *http.Request) error

type Request struct {
	URL           string
	Method        string
	Token         string
	AuthScheme    string
	QueryParam    url.Values
	FormData      url.Values
	PathParams    map[string]string
	RawPathParams map[string]string
	Header        http.Header
	Time          time.Time
	Body          interface{}
	Result        interface{}
	Error         interface{}
	RawRequest    *http.Request
	SRV           *SRVRecord
	UserInfo      *User
	Cookies       []*http.Cookie
	Debug         bool
	Attempt       int
}

func (r *Request) AddRetryCondition(condition RetryConditionFunc) *Request

func (r *Request) Context() context.Context

func (r *Request) Delete(url string) (*Response, error) // sends request

func (r *Request) DisableGenerateCurlOnDebug() *Request

func (r *Request) EnableGenerateCurlOnDebug() *Request

func (r *Request) EnableTrace() *Request

func (r *Request) Execute(method string, url string) (*Response, error) // sends request

func (r *Request) ExpectContentType(contentType string) *Request

func (r *Request) ForceContentType(contentType string) *Request

func (r *Request) GenerateCurlCommand() string

func (r *Request) Get(url string) (*Response, error) // sends request

func (r *Request) Head(url string) (*Response, error) // sends request

func (r *Request) Options(url string) (*Response, error) // sends request

func (r *Request) Patch(url string) (*Response, error) // sends request

func (r *Request) Post(url string) (*Response, error) // sends request

func (r *Request) Put(url string) (*Response, error) // sends request

func (r *Request) Send() (*Response, error) // sends request

func (r *Request) SetAuthScheme(scheme string) *Request

func (r *Request) SetAuthToken(token string) *Request

func (r *Request) SetBasicAuth(username string, password string) *Request

func (r *Request) SetBody(body interface{}) *Request // keeps body

func (r *Request) SetContentLength(l bool) *Request

func (r *Request) SetContext(ctx context.Context) *Request

func (r *Request) SetCookie(hc *http.Cookie) *Request

func (r *Request) SetCookies(rs []*http.Cookie) *Request

func (r *Request) SetDebug(d bool) *Request

func (r *Request) SetDigestAuth(username string, password string) *Request

func (r *Request) SetDoNotParseResponse(parse bool) *Request

func (r *Request) SetError(err interface{}) *Request

func (r *Request) SetFile(param string, filePath string) *Request

func (r *Request) SetFileReader(param string, fileName string, reader io.Reader) *Request // keeps reader

func (r *Request) SetFiles(files map[string]string) *Request

func (r *Request) SetFormData(data map[string]string) *Request

func (r *Request) SetFormDataFromValues(data url.Values) *Request

func (r *Request) SetHeader(header string, value string) *Request

func (r *Request) SetHeaderMultiValues(headers map[string][]string) *Request

func (r *Request) SetHeaderVerbatim(header string, value string) *Request

func (r *Request) SetHeaders(headers map[string]string) *Request

func (r *Request) SetJSONEscapeHTML(b bool) *Request

func (r *Request) SetLogger(l Logger) *Request

func (r *Request) SetMultipartBoundary(boundary string) *Request

func (r *Request) SetMultipartField(param string, fileName string, contentType string, reader io.Reader) *Request // keeps reader

func (r *Request) SetMultipartFields(fields ...*MultipartField) *Request

func (r *Request) SetMultipartFormData(data map[string]string) *Request

func (r *Request) SetOutput(file string) *Request

func (r *Request) SetPathParam(param string, value string) *Request

func (r *Request) SetPathParams(params map[string]string) *Request

func (r *Request) SetQueryParam(param string, value string) *Request

func (r *Request) SetQueryParams(params map[string]string) *Request

func (r *Request) SetQueryParamsFromValues(params url.Values) *Request

func (r *Request) SetQueryString(query string) *Request

func (r *Request) SetRawPathParam(param string, value string) *Request

func (r *Request) SetRawPathParams(params map[string]string) *Request

func (r *Request) SetResponseBodyLimit(v int) *Request

func (r *Request) SetResult(res interface{}) *Request

func (r *Request) SetSRV(srv *SRVRecord) *Request

func (r *Request) SetUnescapeQueryParams(unescape bool) *Request

func (r *Request) TraceInfo() TraceInfo

type RequestMiddleware func(*Client, *Request) error

type Response struct {
	Request     *Request
	RawResponse *http.Response
}

func (r *Response) Body() []byte

func (r *Response) Cookies() []*http.Cookie

func (r *Response) Error() interface{}

func (r *Response) Header() http.Header

func (r *Response) IsError() bool

func (r *Response) IsSuccess() bool

func (r *Response) Proto() string

func (r *Response) RawBody() io.ReadCloser

func (r *Response) ReceivedAt() time.Time

func (r *Response) Result() interface{}

func (r *Response) SetBody(b []byte) *Response

func (r *Response) Size() int64

func (r *Response) Status() string

func (r *Response) StatusCode() int

func (r *Response) String() string

func (r *Response) Time() time.Duration

type ResponseError struct {
	Response *Response
	Err      error
}

func (e *ResponseError) Error() string

func (e *ResponseError) Unwrap() error

type ResponseMiddleware func(*Client, *Response) error
