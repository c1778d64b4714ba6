// Package require: signatures and effects of github.com/stretchr/testify/require.
package require

import (
	"github.com/stretchr/testify/assert"
	"net/http"
	"net/url"
	"time"
)

func Contains(t TestingT, s interface{}, contains interface{}, msgAndArgs ...interface{})

func Containsf(t TestingT, s interface{}, contains interface{}, msg string, args ...interface{})

func ElementsMatch(t TestingT, listA interface{}, listB interface{}, msgAndArgs ...interface{})

func Empty(t TestingT, object interface{}, msgAndArgs ...interface{})

func Emptyf(t TestingT, object interface{}, msg string, args ...interface{})

func Equal(t TestingT, expected interface{}, actual interface{}, msgAndArgs ...interface{})

func EqualError(t TestingT, theError error, errString string, msgAndArgs ...interface{}) // never returns if theError is nil

func Equalf(t TestingT, expected interface{}, actual interface{}, msg string, args ...interface{})

func Error(t TestingT, err error, msgAndArgs ...interface{}) // never returns if err is nil

func ErrorAs(t TestingT, err error, target interface{}, msgAndArgs ...interface{}) // never returns if err is nil

func ErrorContains(t TestingT, theError error, contains string, msgAndArgs ...interface{}) // never returns if theError is nil

func ErrorIs(t TestingT, err error, target error, msgAndArgs ...interface{}) // never returns if err is nil

func Errorf(t TestingT, err error, msg string, args ...interface{}) // never returns if err is nil

func Eventually(t TestingT, condition func() bool, waitFor time.Duration, tick time.Duration, msgAndArgs ...interface{}) // calls condition

func Fail(t TestingT, failureMessage string, msgAndArgs ...interface{}) // never returns

func FailNow(t TestingT, failureMessage string, msgAndArgs ...interface{}) // never returns

func False(t TestingT, value bool, msgAndArgs ...interface{})

func Falsef(t TestingT, value bool, msg string, args ...interface{})

func Greater(t TestingT, e1 interface{}, e2 interface{}, msgAndArgs ...interface{})

func GreaterOrEqual(t TestingT, e1 interface{}, e2 interface{}, msgAndArgs ...interface{})

func HTTPStatusCode(t TestingT, handler http.HandlerFunc, method string, url string, values url.Values, statuscode int, msgAndArgs ...interface{})

func Implements(t TestingT, interfaceObject interface{}, object interface{}, msgAndArgs ...interface{})

func IsType(t TestingT, expectedType interface{}, object interface{}, msgAndArgs ...interface{})

func JSONEq(t TestingT, expected string, actual string, msgAndArgs ...interface{})

func Len(t TestingT, object interface{}, length int, msgAndArgs ...interface{})

func Lenf(t TestingT, object interface{}, length int, msg string, args ...interface{})

func Less(t TestingT, e1 interface{}, e2 interface{}, msgAndArgs ...interface{})

func LessOrEqual(t TestingT, e1 interface{}, e2 interface{}, msgAndArgs ...interface{})

func Nil(t TestingT, object interface{}, msgAndArgs ...interface{}) // never returns if object is not nil

func Nilf(t TestingT, object interface{}, msg string, args ...interface{}) // never returns if object is not nil

func NoError(t TestingT, err error, msgAndArgs ...interface{}) // never returns if err is not nil

func NoErrorf(t TestingT, err error, msg string, args ...interface{}) // never returns if err is not nil

func New(t TestingT) *Assertions // returns non-nil

func NotContains(t TestingT, s interface{}, contains interface{}, msgAndArgs ...interface{})

func NotEmpty(t TestingT, object interface{}, msgAndArgs ...interface{})

func NotEmptyf(t TestingT, object interface{}, msg string, args ...interface{})

func NotEqual(t TestingT, expected interface{}, actual interface{}, msgAndArgs ...interface{})

func NotEqualf(t TestingT, expected interface{}, actual interface{}, msg string, args ...interface{})

func NotNil(t TestingT, object interface{}, msgAndArgs ...interface{}) // never returns if object is nil

func NotNilf(t TestingT, object interface{}, msg string, args ...interface{}) // never returns if object is nil

func NotPanics(t TestingT, f assert.PanicTestFunc, msgAndArgs ...interface{}) // calls f

func NotZero(t TestingT, i interface{}, msgAndArgs ...interface{})

func Panics(t TestingT, f assert.PanicTestFunc, msgAndArgs ...interface{}) // calls f

func Regexp(t TestingT, rx interface{}, str interface{}, msgAndArgs ...interface{})

func Same(t TestingT, expected interface{}, actual interface{}, msgAndArgs ...interface{})

func True(t TestingT, value bool, msgAndArgs ...interface{})

func Truef(t TestingT, value bool, msg string, args ...interface{})

func Zero(t TestingT, i interface{}, msgAndArgs ...interface{})

type Assertions struct{}

func (a *Assertions) Contains(s interface{}, contains interface{}, msgAndArgs ...interface{})

func (a *Assertions) Containsf(s interface{}, contains interface{}, msg string, args ...interface{})

func (a *Assertions) ElementsMatch(listA interface{}, listB interface{}, msgAndArgs ...interface{})

func (a *Assertions) Empty(object interface{}, msgAndArgs ...interface{})

func (a *Assertions) Emptyf(object interface{}, msg string, args ...interface{})

func (a *Assertions) Equal(expected interface{}, actual interface{}, msgAndArgs ...interface{})

func (a *Assertions) EqualError(theError error, errString string, msgAndArgs ...interface{}) // never returns if theError is nil

func (a *Assertions) Equalf(expected interface{}, actual interface{}, msg string, args ...interface{})

func (a *Assertions) Error(err error, msgAndArgs ...interface{}) // never returns if err is nil

func (a *Assertions) ErrorAs(err error, target interface{}, msgAndArgs ...interface{}) // never returns if err is nil

func (a *Assertions) ErrorContains(theError error, contains string, msgAndArgs ...interface{}) // never returns if theError is nil

func (a *Assertions) ErrorIs(err error, target error, msgAndArgs ...interface{}) // never returns if err is nil

func (a *Assertions) Errorf(err error, msg string, args ...interface{}) // never returns if err is nil

func (a *Assertions) Eventually(condition func() bool, waitFor time.Duration, tick time.Duration, msgAndArgs ...interface{}) // calls condition

func (a *Assertions) Fail(failureMessage string, msgAndArgs ...interface{}) // never returns

func (a *Assertions) FailNow(failureMessage string, msgAndArgs ...interface{}) // never returns

func (a *Assertions) False(value bool, msgAndArgs ...interface{})

func (a *Assertions) Falsef(value bool, msg string, args ...interface{})

func (a *Assertions) Greater(e1 interface{}, e2 interface{}, msgAndArgs ...interface{})

func (a *Assertions) GreaterOrEqual(e1 interface{}, e2 interface{}, msgAndArgs ...interface{})

func (a *Assertions) HTTPStatusCode(handler http.HandlerFunc, method string, url string, values url.Values, statuscode int, msgAndArgs ...interface{})

func (a *Assertions) Implements(interfaceObject interface{}, object interface{}, msgAndArgs ...interface{})

func (a *Assertions) IsType(expectedType interface{}, object interface{}, msgAndArgs ...interface{})

func (a *Assertions) JSONEq(expected string, actual string, msgAndArgs ...interface{})

func (a *Assertions) Len(object interface{}, length int, msgAndArgs ...interface{})

func (a *Assertions) Lenf(object interface{}, length int, msg string, args ...interface{})

func (a *Assertions) Less(e1 interface{}, e2 interface{}, msgAndArgs ...interface{})

func (a *Assertions) LessOrEqual(e1 interface{}, e2 interface{}, msgAndArgs ...interface{})

func (a *Assertions) Nil(object interface{}, msgAndArgs ...interface{}) // never returns if object is not nil

func (a *Assertions) Nilf(object interface{}, msg string, args ...interface{}) // never returns if object is not nil

func (a *Assertions) NoError(err error, msgAndArgs ...interface{}) // never returns if err is not nil

func (a *Assertions) NoErrorf(err error, msg string, args ...interface{}) // never returns if err is not nil

func (a *Assertions) NotContains(s interface{}, contains interface{}, msgAndArgs ...interface{})

func (a *Assertions) NotEmpty(object interface{}, msgAndArgs ...interface{})

func (a *Assertions) NotEmptyf(object interface{}, msg string, args ...interface{})

func (a *Assertions) NotEqual(expected interface{}, actual interface{}, msgAndArgs ...interface{})

func (a *Assertions) NotEqualf(expected interface{}, actual interface{}, msg string, args ...interface{})

func (a *Assertions) NotNil(object interface{}, msgAndArgs ...interface{}) // never returns if object is nil

func (a *Assertions) NotNilf(object interface{}, msg string, args ...interface{}) // never returns if object is nil

func (a *Assertions) NotPanics(f assert.PanicTestFunc, msgAndArgs ...interface{}) // calls f

func (a *Assertions) NotZero(i interface{}, msgAndArgs ...interface{})

func (a *Assertions) Panics(f assert.PanicTestFunc, msgAndArgs ...interface{}) // calls f

func (a *Assertions) Regexp(rx interface{}, str interface{}, msgAndArgs ...interface{})

func (a *Assertions) Same(expected interface{}, actual interface{}, msgAndArgs ...interface{})

func (a *Assertions) True(value bool, msgAndArgs ...interface{})

func (a *Assertions) Truef(value bool, msg string, args ...interface{})

func (a *Assertions) Zero(i interface{}, msgAndArgs ...interface{})

type TestingT interface {
	Errorf(format string, args ...interface{}) // fails the test
	FailNow()
}
