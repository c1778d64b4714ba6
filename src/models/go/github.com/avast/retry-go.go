// Package retry: signatures and effects of github.com/avast/retry-go.
package retry

import "time"

func Do(retryableFunc RetryableFunc, opts ...Option) error // calls retryableFunc

func Attempts(attempts uint) Option

func Delay(delay time.Duration) Option

func LastErrorOnly(lastErrorOnly bool) Option

type Option func(*Config)

type Config struct{}

type RetryableFunc func() error
