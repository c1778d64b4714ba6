// Package otelhttp: signatures and effects of go.opentelemetry.io/contrib/instrumentation/net/http/otelhttp.
package otelhttp

import (
	"context"
	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/metric"
	"go.opentelemetry.io/otel/propagation"
	"go.opentelemetry.io/otel/trace"
	"io"
	"net/http"
	"net/http/httptrace"
	"net/url"
	"time"
)

const (
	ReadBytesKey  attribute.Key = "http.read_bytes"
	ReadErrorKey  attribute.Key = "http.read_error"
	WroteBytesKey attribute.Key = "http.wrote_bytes"
	WriteErrorKey attribute.Key = "http.write_error"
	ReadEvents    Event         = 1
	WriteEvents   Event         = 2
)

func ClientLabelerFromContext(ctx context.Context) (*Labeler, bool)

func ContextWithClientLabeler(parent context.Context, l *Labeler) context.Context

func ContextWithLabeler(parent context.Context, l *Labeler) context.Context

func ContextWithStartTime(parent context.Context, start time.Time) context.Context

func LabelerFromContext(ctx context.Context) (*Labeler, bool)

func NewHandler(handler http.Handler, operation string, opts ...Option) http.Handler // keeps handler

func NewMiddleware(operation string, opts ...Option) func(http.Handler) http.Handler

func NewTransport(base http.RoundTripper, opts ...Option) *Transport // keeps base

func StartTimeFromContext(ctx context.Context) time.Time

func WithClientTrace(f func(context.Context) *httptrace.ClientTrace) Option

func WithFilter(f Filter) Option

func WithMessageEvents(events ...Event) Option

func WithMeterProvider(provider metric.MeterProvider) Option

func WithMetricAttributesFn(metricAttributesFn func(r *http.Request) []attribute.KeyValue) Option

func WithPropagators(ps propagation.TextMapPropagator) Option

func WithPublicEndpointFn(fn func(*http.Request) bool) Option

func WithServerName(server string) Option

func WithSpanNameFormatter(f func(operation string, r *http.Request) string) Option

func WithSpanOptions(opts ...trace.SpanStartOption) Option

func WithTracerProvider(provider trace.TracerProvider) Option

type Event int

type Filter func(*http.Request) bool

type Labeler struct{}

func (l *Labeler) Add(ls ...attribute.KeyValue)

func (l *Labeler) Get() []attribute.KeyValue

type Option interface{}

type Transport struct{}

func (t *Transport) RoundTrip(r *http.Request) (*http.Response, error) // obtains response

var DefaultClient *http.Client

func Get(ctx context.Context, targetURL string) (resp *http.Response, err error) // obtains response

func Head(ctx context.Context, targetURL string) (resp *http.Response, err error) // obtains response without body

func Post(ctx context.Context, targetURL string, contentType string, body io.Reader) (resp *http.Response, err error) // obtains response; keeps body

func PostForm(ctx context.Context, targetURL string, data url.Values) (resp *http.Response, err error) // obtains response
