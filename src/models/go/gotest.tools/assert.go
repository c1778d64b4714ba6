// Package assert: signatures and effects of gotest.tools/assert.
package assert

type BoolOrComparison interface{}

type TestingT interface {
	FailNow() // never returns
	Fail()
	Log(args ...interface{})
}

func Assert(t TestingT, comparison BoolOrComparison, msgAndArgs ...interface{})

func Check(t TestingT, comparison BoolOrComparison, msgAndArgs ...interface{}) bool

func DeepEqual(t TestingT, x interface{}, y interface{}, opts ...interface{})

func Equal(t TestingT, x interface{}, y interface{}, msgAndArgs ...interface{})

func Error(t TestingT, err error, expected string, msgAndArgs ...interface{}) // never returns if err is nil

func ErrorContains(t TestingT, err error, substring string, msgAndArgs ...interface{}) // never returns if err is nil

func ErrorType(t TestingT, err error, expected interface{}, msgAndArgs ...interface{}) // never returns if err is nil

func NilError(t TestingT, err error, msgAndArgs ...interface{}) // never returns if err is not nil
