// Package errors: signatures and effects of errors.
package errors

var (
	ErrUnsupported error
)

func As(err error, target any) bool // compares err with target

func AsType[E error](err error) (E, bool)

func Is(err error, target error) bool // compares err with target

func Join(errs ...error) error

func New(text string) error // returns non-nil

func Unwrap(err error) error
