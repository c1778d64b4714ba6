// Package errors: signatures and effects of github.com/pkg/errors.
package errors

import "fmt"

func As(err error, target interface{}) bool // compares err with target

func Cause(err error) error // returns err

func Errorf(format string, args ...interface{}) error // returns non-nil

func Is(err error, target error) bool // compares err with target

func New(message string) error // returns non-nil

func Unwrap(err error) error

func WithMessage(err error, message string) error // returns err

func WithMessagef(err error, format string, args ...interface{}) error // returns err

func WithStack(err error) error // returns err

func Wrap(err error, message string) error // returns err

func Wrapf(err error, format string, args ...interface{}) error // returns err

type Frame uintptr

func (f Frame) Format(s fmt.State, verb rune)

func (f Frame) MarshalText() ([]byte, error)

type StackTrace []Frame

func (st StackTrace) Format(s fmt.State, verb rune)
