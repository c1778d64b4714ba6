// Package retry: signatures and effects of github.com/avast/retry-go/v4.
package retry

import (
	"context"
	"time"
)

func Attempts(attempts uint) Option

func AttemptsForError(attempts uint, err error) Option

func BackOffDelay(n uint, _ error, config *Config) time.Duration

func CombineDelay(delays ...DelayTypeFunc) DelayTypeFunc

func Context(ctx context.Context) Option

func Delay(delay time.Duration) Option

func DelayType(delayType DelayTypeFunc) Option

func Do(retryableFunc RetryableFunc, opts ...Option) error // calls retryableFunc

func DoWithData[T any](retryableFunc RetryableFuncWithData[T], opts ...Option) (T, error) // calls retryableFunc

func FixedDelay(_ uint, _ error, config *Config) time.Duration

func FullJitterBackoffDelay(n uint, err error, config *Config) time.Duration

func IsRecoverable(err error) bool

func LastErrorOnly(lastErrorOnly bool) Option

func MaxDelay(maxDelay time.Duration) Option

func MaxJitter(maxJitter time.Duration) Option

func OnRetry(onRetry OnRetryFunc) Option

func RandomDelay(_ uint, _ error, config *Config) time.Duration

func RetryIf(retryIf RetryIfFunc) Option

func Unrecoverable(err error) error

func UntilSucceeded() Option

func WithTimer(t Timer) Option

func WrapContextErrorWithLastError(wrapContextErrorWithLastError bool) Option

type Config struct{}

type DelayTypeFunc func(n uint, err error, config *Config) time.Duration

type Error []error

func (e Error) As(target interface{}) bool

func (e Error) Error() string

func (e Error) Is(target error) bool

func (e Error) Unwrap() error

func (e Error) WrappedErrors() []error

type OnRetryFunc func(attempt uint, err error)

type Option func(*Config)

type RetryIfFunc func(error) bool

type RetryableFunc func() error

type RetryableFuncWithData[T any] func() (T, error)

type Timer interface {
	After(time.Duration) <-chan time.Time
}
