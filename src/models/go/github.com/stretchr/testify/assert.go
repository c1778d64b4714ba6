// Package assert: signatures and effects of github.com/stretchr/testify/assert.
package assert

import "time"

func Contains(t TestingT, s interface{}, contains interface{}, msgAndArgs ...interface{}) bool

func Containsf(t TestingT, s interface{}, contains interface{}, msg string, args ...interface{}) bool

func ElementsMatch(t TestingT, listA interface{}, listB interface{}, msgAndArgs ...interface{}) (ok bool)

func Empty(t TestingT, object interface{}, msgAndArgs ...interface{}) bool

func Emptyf(t TestingT, object interface{}, msg string, args ...interface{}) bool

func Equal(t TestingT, expected interface{}, actual interface{}, msgAndArgs ...interface{}) bool

func EqualError(t TestingT, theError error, errString string, msgAndArgs ...interface{}) bool // never returns if theError is nil

func Equalf(t TestingT, expected interface{}, actual interface{}, msg string, args ...interface{}) bool

func Error(t TestingT, err error, msgAndArgs ...interface{}) bool // never returns if err is nil

func ErrorAs(t TestingT, err error, target interface{}, msgAndArgs ...interface{}) bool // never returns if err is nil

func ErrorContains(t TestingT, theError error, contains string, msgAndArgs ...interface{}) bool // never returns if theError is nil

func ErrorIs(t TestingT, err error, target error, msgAndArgs ...interface{}) bool // never returns if err is nil

func Errorf(t TestingT, err error, msg string, args ...interface{}) bool // never returns if err is nil

func Eventually(t TestingT, condition func() bool, waitFor time.Duration, tick time.Duration, msgAndArgs ...interface{}) bool // calls condition

func Fail(t TestingT, failureMessage string, msgAndArgs ...interface{}) bool // fails the test

func FailNow(t TestingT, failureMessage string, msgAndArgs ...interface{}) bool // never returns

func False(t TestingT, value bool, msgAndArgs ...interface{}) bool

func Falsef(t TestingT, value bool, msg string, args ...interface{}) bool

func Greater(t TestingT, e1 interface{}, e2 interface{}, msgAndArgs ...interface{}) bool

func GreaterOrEqual(t TestingT, e1 interface{}, e2 interface{}, msgAndArgs ...interface{}) bool

func Implements(t TestingT, interfaceObject interface{}, object interface{}, msgAndArgs ...interface{}) bool

func IsType(t TestingT, expectedType interface{}, object interface{}, msgAndArgs ...interface{}) bool

func JSONEq(t TestingT, expected string, actual string, msgAndArgs ...interface{}) bool

func Len(t TestingT, object interface{}, length int, msgAndArgs ...interface{}) bool

func Lenf(t TestingT, object interface{}, length int, msg string, args ...interface{}) bool

func Less(t TestingT, e1 interface{}, e2 interface{}, msgAndArgs ...interface{}) bool

func LessOrEqual(t TestingT, e1 interface{}, e2 interface{}, msgAndArgs ...interface{}) bool

func Nil(t TestingT, object interface{}, msgAndArgs ...interface{}) bool // tells whether object is nil

func Nilf(t TestingT, object interface{}, msg string, args ...interface{}) bool // tells whether object is nil

func NoError(t TestingT, err error, msgAndArgs ...interface{}) bool // tells whether err is nil; never returns if err is not nil

func NoErrorf(t TestingT, err error, msg string, args ...interface{}) bool // tells whether err is nil; never returns if err is not nil

func New(t TestingT) *Assertions // returns non-nil

func NotContains(t TestingT, s interface{}, contains interface{}, msgAndArgs ...interface{}) bool

func NotEmpty(t TestingT, object interface{}, msgAndArgs ...interface{}) bool

func NotEmptyf(t TestingT, object interface{}, msg string, args ...interface{}) bool

func NotEqual(t TestingT, expected interface{}, actual interface{}, msgAndArgs ...interface{}) bool

func NotEqualf(t TestingT, expected interface{}, actual interface{}, msg string, args ...interface{}) bool

func NotNil(t TestingT, object interface{}, msgAndArgs ...interface{}) bool // tells whether object is not nil

func NotNilf(t TestingT, object interface{}, msg string, args ...interface{}) bool // tells whether object is not nil

func NotPanics(t TestingT, f PanicTestFunc, msgAndArgs ...interface{}) bool // calls f

func NotZero(t TestingT, i interface{}, msgAndArgs ...interface{}) bool

func Panics(t TestingT, f PanicTestFunc, msgAndArgs ...interface{}) bool // calls f

func Regexp(t TestingT, rx interface{}, str interface{}, msgAndArgs ...interface{}) bool

func Same(t TestingT, expected interface{}, actual interface{}, msgAndArgs ...interface{}) bool

func True(t TestingT, value bool, msgAndArgs ...interface{}) bool

func Truef(t TestingT, value bool, msg string, args ...interface{}) bool

func Zero(t TestingT, i interface{}, msgAndArgs ...interface{}) bool

type Assertions struct{}

func (a *Assertions) Contains(s interface{}, contains interface{}, msgAndArgs ...interface{}) bool

func (a *Assertions) Containsf(s interface{}, contains interface{}, msg string, args ...interface{}) bool

func (a *Assertions) ElementsMatch(listA interface{}, listB interface{}, msgAndArgs ...interface{}) (ok bool)

func (a *Assertions) Empty(object interface{}, msgAndArgs ...interface{}) bool

func (a *Assertions) Emptyf(object interface{}, msg string, args ...interface{}) bool

func (a *Assertions) Equal(expected interface{}, actual interface{}, msgAndArgs ...interface{}) bool

func (a *Assertions) EqualError(theError error, errString string, msgAndArgs ...interface{}) bool // never returns if theError is nil

func (a *Assertions) Equalf(expected interface{}, actual interface{}, msg string, args ...interface{}) bool

func (a *Assertions) Error(err error, msgAndArgs ...interface{}) bool // never returns if err is nil

func (a *Assertions) ErrorAs(err error, target interface{}, msgAndArgs ...interface{}) bool // never returns if err is nil

func (a *Assertions) ErrorContains(theError error, contains string, msgAndArgs ...interface{}) bool // never returns if theError is nil

func (a *Assertions) ErrorIs(err error, target error, msgAndArgs ...interface{}) bool // never returns if err is nil

func (a *Assertions) Errorf(err error, msg string, args ...interface{}) bool // never returns if err is nil

func (a *Assertions) Eventually(condition func() bool, waitFor time.Duration, tick time.Duration, msgAndArgs ...interface{}) bool // calls condition

func (a *Assertions) Fail(failureMessage string, msgAndArgs ...interface{}) bool // fails the test

func (a *Assertions) FailNow(failureMessage string, msgAndArgs ...interface{}) bool // never returns

func (a *Assertions) False(value bool, msgAndArgs ...interface{}) bool

func (a *Assertions) Falsef(value bool, msg string, args ...interface{}) bool

func (a *Assertions) Greater(e1 interface{}, e2 interface{}, msgAndArgs ...interface{}) bool

func (a *Assertions) GreaterOrEqual(e1 interface{}, e2 interface{}, msgAndArgs ...interface{}) bool

func (a *Assertions) Implements(interfaceObject interface{}, object interface{}, msgAndArgs ...interface{}) bool

func (a *Assertions) IsType(expectedType interface{}, object interface{}, msgAndArgs ...interface{}) bool

func (a *Assertions) JSONEq(expected string, actual string, msgAndArgs ...interface{}) bool

func (a *Assertions) Len(object interface{}, length int, msgAndArgs ...interface{}) bool

func (a *Assertions) Lenf(object interface{}, length int, msg string, args ...interface{}) bool

func (a *Assertions) Less(e1 interface{}, e2 interface{}, msgAndArgs ...interface{}) bool

func (a *Assertions) LessOrEqual(e1 interface{}, e2 interface{}, msgAndArgs ...interface{}) bool

func (a *Assertions) Nil(object interface{}, msgAndArgs ...interface{}) bool // tells whether object is nil

func (a *Assertions) Nilf(object interface{}, msg string, args ...interface{}) bool // tells whether object is nil

func (a *Assertions) NoError(err error, msgAndArgs ...interface{}) bool // tells whether err is nil; never returns if err is not nil

func (a *Assertions) NoErrorf(err error, msg string, args ...interface{}) bool // tells whether err is nil; never returns if err is not nil

func (a *Assertions) NotContains(s interface{}, contains interface{}, msgAndArgs ...interface{}) bool

func (a *Assertions) NotEmpty(object interface{}, msgAndArgs ...interface{}) bool

func (a *Assertions) NotEmptyf(object interface{}, msg string, args ...interface{}) bool

func (a *Assertions) NotEqual(expected interface{}, actual interface{}, msgAndArgs ...interface{}) bool

func (a *Assertions) NotEqualf(expected interface{}, actual interface{}, msg string, args ...interface{}) bool

func (a *Assertions) NotNil(object interface{}, msgAndArgs ...interface{}) bool // tells whether object is not nil

func (a *Assertions) NotNilf(object interface{}, msg string, args ...interface{}) bool // tells whether object is not nil

func (a *Assertions) NotPanics(f PanicTestFunc, msgAndArgs ...interface{}) bool // calls f

func (a *Assertions) NotZero(i interface{}, msgAndArgs ...interface{}) bool

func (a *Assertions) Panics(f PanicTestFunc, msgAndArgs ...interface{}) bool // calls f

func (a *Assertions) Regexp(rx interface{}, str interface{}, msgAndArgs ...interface{}) bool

func (a *Assertions) Same(expected interface{}, actual interface{}, msgAndArgs ...interface{}) bool

func (a *Assertions) True(value bool, msgAndArgs ...interface{}) bool

func (a *Assertions) Truef(value bool, msg string, args ...interface{}) bool

func (a *Assertions) Zero(i interface{}, msgAndArgs ...interface{}) bool

type PanicTestFunc func()

type TestingT interface {
	Errorf(format string, args ...interface{}) // fails the test
}
