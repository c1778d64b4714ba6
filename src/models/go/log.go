// Package log: signatures and effects of log.
package log

import "io"

const (
	Ldate         = 1
	Ltime         = 2
	Lmicroseconds = 4
	Llongfile     = 8
	Lshortfile    = 16
	LUTC          = 32
	Lmsgprefix    = 64
	LstdFlags     = 3
)

func Default() *Logger

func Fatal(v ...any) // never returns

func Fatalf(format string, v ...any) // never returns

func Fatalln(v ...any) // never returns

func Flags() int

func New(out io.Writer, prefix string, flag int) *Logger // keeps out

func Output(calldepth int, s string) error

func Panic(v ...any) // never returns

func Panicf(format string, v ...any) // never returns

func Panicln(v ...any) // never returns

func Prefix() string

func Print(v ...any)

func Printf(format string, v ...any)

func Println(v ...any)

func SetFlags(flag int)

func SetOutput(w io.Writer) // keeps w

func SetPrefix(prefix string)

func Writer() io.Writer

type Logger struct{}

func (l *Logger) Fatal(v ...any) // never returns

func (l *Logger) Fatalf(format string, v ...any) // never returns

func (l *Logger) Fatalln(v ...any) // never returns

func (l *Logger) Flags() int

func (l *Logger) Output(calldepth int, s string) error

func (l *Logger) Panic(v ...any) // never returns

func (l *Logger) Panicf(format string, v ...any) // never returns

func (l *Logger) Panicln(v ...any) // never returns

func (l *Logger) Prefix() string

func (l *Logger) Print(v ...any)

func (l *Logger) Printf(format string, v ...any)

func (l *Logger) Println(v ...any)

func (l *Logger) SetFlags(flag int)

func (l *Logger) SetOutput(w io.Writer) // keeps w

func (l *Logger) SetPrefix(prefix string)

func (l *Logger) Writer() io.Writer
