// Package klog: signatures and effects of k8s.io/klog/v2.
package klog

func Error(args ...interface{})

func ErrorS(err error, msg string, keysAndValues ...interface{})

func Errorf(format string, args ...interface{})

func Errorln(args ...interface{})

func Exit(args ...interface{}) // never returns

func ExitDepth(depth int, args ...interface{}) // never returns

func Exitf(format string, args ...interface{}) // never returns

func Exitln(args ...interface{}) // never returns

func Fatal(args ...interface{}) // never returns

func FatalDepth(depth int, args ...interface{}) // never returns

func Fatalf(format string, args ...interface{}) // never returns

func Fatalln(args ...interface{}) // never returns

func Flush()

func Info(args ...interface{})

func InfoS(msg string, keysAndValues ...interface{})

func Infof(format string, args ...interface{})

func Infoln(args ...interface{})

func V(level Level) Verbose

func Warning(args ...interface{})

func Warningf(format string, args ...interface{})

func Warningln(args ...interface{})

type Level int32

func (l *Level) Get() interface{}

func (l *Level) Set(value string) error

func (l *Level) String() string

type Verbose struct{}

func (v Verbose) Enabled() bool

func (v Verbose) Error(err error, msg string, args ...interface{})

func (v Verbose) ErrorS(err error, msg string, keysAndValues ...interface{})

func (v Verbose) Info(args ...interface{})

func (v Verbose) InfoDepth(depth int, args ...interface{})

func (v Verbose) InfoS(msg string, keysAndValues ...interface{})

func (v Verbose) InfoSDepth(depth int, msg string, keysAndValues ...interface{})

func (v Verbose) Infof(format string, args ...interface{})

func (v Verbose) InfofDepth(depth int, format string, args ...interface{})

func (v Verbose) Infoln(args ...interface{})

func (v Verbose) InfolnDepth(depth int, args ...interface{})
