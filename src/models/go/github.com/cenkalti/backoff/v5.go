// Package backoff: signatures and effects of github.com/cenkalti/backoff/v5.
package backoff

import (
	"context"
	"time"
)

const (
	Stop                       time.Duration = -1
	DefaultInitialInterval     time.Duration = 500000000
	DefaultRandomizationFactor               = 0.5
	DefaultMultiplier                        = 1.5
	DefaultMaxInterval         time.Duration = 60000000000
	DefaultMaxElapsedTime      time.Duration = 900000000000
)

func NewConstantBackOff(d time.Duration) *ConstantBackOff

func NewExponentialBackOff() *ExponentialBackOff

func NewTicker(b BackOff) *Ticker

func Permanent(err error) error

func Retry[T any](ctx context.Context, operation Operation[T], opts ...RetryOption) (T, error) // calls operation

func RetryAfter(seconds int) error

func WithBackOff(b BackOff) RetryOption

func WithMaxElapsedTime(d time.Duration) RetryOption

func WithMaxTries(n uint) RetryOption

func WithNotify(n Notify) RetryOption

type BackOff interface {
	NextBackOff() time.Duration
	Reset()
}

type ConstantBackOff struct {
	Interval time.Duration
}

func (b *ConstantBackOff) NextBackOff() time.Duration

func (b *ConstantBackOff) Reset()

type ExponentialBackOff struct {
	InitialInterval     time.Duration
	RandomizationFactor float64
	Multiplier          float64
	MaxInterval         time.Duration
}

func (b *ExponentialBackOff) NextBackOff() time.Duration

func (b *ExponentialBackOff) Reset()

type Notify func(error, time.Duration)

type Operation[T any] func() (T, error)

type PermanentError struct {
	Err error
}

func (e *PermanentError) Error() string

func (e *PermanentError) Unwrap() error

type RetryAfterError struct {
	Duration time.Duration
}

func (e *RetryAfterError) Error() string

type RetryOption struct{}

type StopBackOff struct{}

func (b *StopBackOff) NextBackOff() time.Duration

func (b *StopBackOff) Reset()

type Ticker struct {
	C <-chan time.Time
}

func (t *Ticker) Stop()

type ZeroBackOff struct{}

func (b *ZeroBackOff) NextBackOff() time.Duration

func (b *ZeroBackOff) Reset()
