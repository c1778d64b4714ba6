// Package backoff: signatures and effects of github.com/cenkalti/backoff before version 4.
package backoff

import "time"

func Retry(o Operation, b BackOff) error // calls o

func RetryNotify(operation Operation, b BackOff, notify Notify) error // calls operation

func Permanent(err error) *PermanentError

func NewExponentialBackOff() *ExponentialBackOff

func WithMaxRetries(b BackOff, max uint64) BackOff

type BackOff interface {
	NextBackOff() time.Duration
	Reset()
}

type ExponentialBackOff struct {
	InitialInterval     time.Duration
	RandomizationFactor float64
	Multiplier          float64
	MaxInterval         time.Duration
	MaxElapsedTime      time.Duration
}

func (b *ExponentialBackOff) NextBackOff() time.Duration

func (b *ExponentialBackOff) Reset()

type Notify func(error, time.Duration)

type Operation func() error

type PermanentError struct {
	Err error
}
