// Package retryablehttp: signatures and effects of github.com/hashicorp/go-retryablehttp.
package retryablehttp

import (
	"context"
	"io"
	"net/http"
	"net/url"
	"time"
)

func DefaultBackoff(min time.Duration, max time.Duration, attemptNum int, resp *http.Response) time.Duration

func DefaultRetryPolicy(ctx context.Context, resp *http.Response, err error) (bool, error)

func ErrorPropagatedRetryPolicy(ctx context.Context, resp *http.Response, err error) (bool, error)

func FromRequest(r *http.Request) (*Request, error) // keeps r

func Get(url string) (*http.Response, error) // obtains response

func Head(url string) (*http.Response, error) // obtains response without body

func LinearJitterBackoff(min time.Duration, max time.Duration, attemptNum int, resp *http.Response) time.Duration

func NewClient() *Client // makes transport in HTTPClient.Transport for a time

func NewRequest(method string, url string, rawBody interface{}) (*Request, error) // keeps rawBody

func NewRequestWithContext(ctx context.Context, method string, url string, rawBody interface{}) (*Request, error) // keeps rawBody

func PassthroughErrorHandler(resp *http.Response, err error, _ int) (*http.Response, error) // returns resp

func Post(url string, bodyType string, body interface{}) (*http.Response, error) // obtains response; keeps body

func PostForm(url string, data url.Values) (*http.Response, error) // obtains response

func RateLimitLinearJitterBackoff(min time.Duration, max time.Duration, attemptNum int, resp *http.Response) time.Duration

type Backoff func(min time.Duration, max time.Duration, attemptNum int, resp *http.Response) time.Duration

type CheckRetry func(ctx context.Context, resp *http.Response, err error) (bool, error)

type Client struct {
	HTTPClient      *http.Client
	Logger          interface{}
	RetryWaitMin    time.Duration
	RetryWaitMax    time.Duration
	RetryMax        int
	RequestLogHook  RequestLogHook
	ResponseLogHook ResponseLogHook
	CheckRetry      CheckRetry
	Backoff         Backoff
	ErrorHandler    ErrorHandler
	PrepareRetry    PrepareRetry
}

func (c *Client) Do(req *Request) (*http.Response, error) // obtains response

func (c *Client) Get(url string) (*http.Response, error) // obtains response

func (c *Client) Head(url string) (*http.Response, error) // obtains response without body

func (c *Client) Post(url string, bodyType string, body interface{}) (*http.Response, error) // obtains response; keeps body

func (c *Client) PostForm(url string, data url.Values) (*http.Response, error) // obtains response

func (c *Client) StandardClient() *http.Client

type ErrorHandler func(resp *http.Response, err error, numTries int) (*http.Response, error)

type LenReader interface {
	Len() int
}

type LeveledLogger interface {
	Debug(msg string, keysAndValues ...interface{})
	Error(msg string, keysAndValues ...interface{})
	Info(msg string, keysAndValues ...interface{})
	Warn(msg string, keysAndValues ...interface{})
}

type Logger interface {
	Printf(string, ...interface{})
}

type PrepareRetry func(req *http.Request) error

type ReaderFunc func() (io.Reader, error)

type Request struct {
	*http.Request
}

func (r *Request) BodyBytes() ([]byte, error)

func (r *Request) SetBody(rawBody interface{}) error // keeps rawBody

func (r *Request) SetResponseHandler(fn ResponseHandlerFunc)

func (r *Request) WithContext(ctx context.Context) *Request

func (r *Request) WriteTo(w io.Writer) (int64, error)

type RequestLogHook func(Logger, *http.Request, int)

type ResponseHandlerFunc func(*http.Response) error

type ResponseLogHook func(Logger, *http.Response)

type RoundTripper struct {
	Client *Client
}

func (rt *RoundTripper) RoundTrip(req *http.Request) (*http.Response, error) // obtains response
