// Package backoff: signatures and effects of github.com/cenkalti/backoff/v4.
package backoff

import (
	"context"
	"time"
)

const (
	DefaultInitialInterval     time.Duration = 500000000
	DefaultRandomizationFactor               = 0.5
	DefaultMultiplier                        = 1.5
	DefaultMaxInterval         time.Duration = 60000000000
	DefaultMaxElapsedTime      time.Duration = 900000000000
	Stop                       time.Duration = -1
)

var ()

func NewConstantBackOff(d time.Duration) *ConstantBackOff

func NewExponentialBackOff(opts ...ExponentialBackOffOpts) *ExponentialBackOff

func NewTicker(b BackOff) *Ticker

func NewTickerWithTimer(b BackOff, timer Timer) *Ticker

func Permanent(err error) error

func Retry(o Operation, b BackOff) error // calls o

func RetryNotify(operation Operation, b BackOff, notify Notify) error // calls operation

func RetryNotifyWithData[T any](operation OperationWithData[T], b BackOff, notify Notify) (T, error) // calls operation

func RetryNotifyWithTimer(operation Operation, b BackOff, notify Notify, t Timer) error // calls operation

func RetryNotifyWithTimerAndData[T any](operation OperationWithData[T], b BackOff, notify Notify, t Timer) (T, error) // calls operation

func RetryWithData[T any](o OperationWithData[T], b BackOff) (T, error) // calls o

func WithClockProvider(clock Clock) ExponentialBackOffOpts

func WithContext(b BackOff, ctx context.Context) BackOffContext

func WithInitialInterval(duration time.Duration) ExponentialBackOffOpts

func WithMaxElapsedTime(duration time.Duration) ExponentialBackOffOpts

func WithMaxInterval(duration time.Duration) ExponentialBackOffOpts

func WithMaxRetries(b BackOff, max uint64) BackOff

func WithMultiplier(multiplier float64) ExponentialBackOffOpts

func WithRandomizationFactor(randomizationFactor float64) ExponentialBackOffOpts

func WithRetryStopDuration(duration time.Duration) ExponentialBackOffOpts

type BackOff interface {
	NextBackOff() time.Duration
	Reset()
}

type BackOffContext interface {
	BackOff
	Context() context.Context
}

type Clock interface {
	Now() time.Time
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
	MaxElapsedTime      time.Duration
	Stop                time.Duration
	Clock               Clock
}

func (b *ExponentialBackOff) GetElapsedTime() time.Duration

func (b *ExponentialBackOff) NextBackOff() time.Duration

func (b *ExponentialBackOff) Reset()

type ExponentialBackOffOpts func(*ExponentialBackOff)

type Notify func(error, time.Duration)

type Operation func() error

type OperationWithData[T any] func() (T, error)

type PermanentError struct {
	Err error
}

func (e *PermanentError) Error() string

func (e *PermanentError) Is(target error) bool

func (e *PermanentError) Unwrap() error

type StopBackOff struct{}

func (b *StopBackOff) NextBackOff() time.Duration

func (b *StopBackOff) Reset()

type Ticker struct {
	C <-chan time.Time
}

func (t *Ticker) Stop()

type Timer interface {
	C() <-chan time.Time
	Start(duration time.Duration)
	Stop()
}

type ZeroBackOff struct{}

func (b *ZeroBackOff) NextBackOff() time.Duration

func (b *ZeroBackOff) Reset()
