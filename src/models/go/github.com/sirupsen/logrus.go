// Package logrus: signatures and effects of github.com/sirupsen/logrus.
package logrus

import (
	"bytes"
	"context"
	"io"
	"runtime"
	"time"
)

const (
	FieldKeyMsg               = "msg"
	FieldKeyLevel             = "level"
	FieldKeyTime              = "time"
	FieldKeyLogrusError       = "logrus_error"
	FieldKeyFunc              = "func"
	FieldKeyFile              = "file"
	PanicLevel          Level = 0
	FatalLevel          Level = 1
	ErrorLevel          Level = 2
	WarnLevel           Level = 3
	InfoLevel           Level = 4
	DebugLevel          Level = 5
	TraceLevel          Level = 6
)

var (
	AllLevels []Level
	ErrorKey  string
)

func AddHook(hook Hook) // keeps hook

func Debug(args ...any)

func DebugFn(fn LogFunction)

func Debugf(format string, args ...any)

func Debugln(args ...any)

func DeferExitHandler(handler func()) // keeps handler

func Error(args ...any)

func ErrorFn(fn LogFunction)

func Errorf(format string, args ...any)

func Errorln(args ...any)

func Exit(code int) // never returns

func Fatal(args ...any) // never returns

func FatalFn(fn LogFunction)

func Fatalf(format string, args ...any) // never returns

func Fatalln(args ...any) // never returns

func GetLevel() Level

func Info(args ...any)

func InfoFn(fn LogFunction)

func Infof(format string, args ...any)

func Infoln(args ...any)

func IsLevelEnabled(level Level) bool

func New() *Logger

func NewEntry(logger *Logger) *Entry // keeps logger

func Panic(args ...any) // never returns

func PanicFn(fn LogFunction)

func Panicf(format string, args ...any) // never returns

func Panicln(args ...any) // never returns

func ParseLevel(lvl string) (Level, error)

func Print(args ...any)

func PrintFn(fn LogFunction)

func Printf(format string, args ...any)

func Println(args ...any)

func RegisterExitHandler(handler func()) // keeps handler

func SetBufferPool(bp BufferPool)

func SetFormatter(formatter Formatter) // keeps formatter

func SetLevel(level Level)

func SetOutput(out io.Writer) // keeps out

func SetReportCaller(include bool)

func StandardLogger() *Logger

func Trace(args ...any)

func TraceFn(fn LogFunction)

func Tracef(format string, args ...any)

func Traceln(args ...any)

func Warn(args ...any)

func WarnFn(fn LogFunction)

func Warnf(format string, args ...any)

func Warning(args ...any)

func WarningFn(fn LogFunction)

func Warningf(format string, args ...any)

func Warningln(args ...any)

func Warnln(args ...any)

func WithContext(ctx context.Context) *Entry

func WithError(err error) *Entry

func WithField(key string, value any) *Entry // keeps value

func WithFields(fields Fields) *Entry // keeps fields

func WithTime(t time.Time) *Entry

type BufferPool interface {
	Get() *bytes.Buffer
	Put(*bytes.Buffer)
}

type DebugLogger interface {
	Debug(args ...any)
	Debugf(format string, args ...any)
	Debugln(args ...any)
}

type Entry struct {
	Logger  *Logger
	Data    Fields
	Time    time.Time
	Level   Level
	Caller  *runtime.Frame
	Message string
	Buffer  *bytes.Buffer
	Context context.Context
}

func (entry *Entry) Bytes() ([]byte, error)

func (entry *Entry) Debug(args ...any)

func (entry *Entry) Debugf(format string, args ...any)

func (entry *Entry) Debugln(args ...any)

func (entry *Entry) Dup() *Entry

func (entry *Entry) Error(args ...any)

func (entry *Entry) Errorf(format string, args ...any)

func (entry *Entry) Errorln(args ...any)

func (entry *Entry) Fatal(args ...any) // never returns

func (entry *Entry) Fatalf(format string, args ...any) // never returns

func (entry *Entry) Fatalln(args ...any) // never returns

func (entry Entry) HasCaller() bool

func (entry *Entry) Info(args ...any)

func (entry *Entry) Infof(format string, args ...any)

func (entry *Entry) Infoln(args ...any)

func (entry *Entry) Log(level Level, args ...any)

func (entry *Entry) Logf(level Level, format string, args ...any)

func (entry *Entry) Logln(level Level, args ...any)

func (entry *Entry) Panic(args ...any) // never returns

func (entry *Entry) Panicf(format string, args ...any) // never returns

func (entry *Entry) Panicln(args ...any) // never returns

func (entry *Entry) Print(args ...any)

func (entry *Entry) Printf(format string, args ...any)

func (entry *Entry) Println(args ...any)

func (entry *Entry) String() (string, error)

func (entry *Entry) Trace(args ...any)

func (entry *Entry) Tracef(format string, args ...any)

func (entry *Entry) Traceln(args ...any)

func (entry *Entry) Warn(args ...any)

func (entry *Entry) Warnf(format string, args ...any)

func (entry *Entry) Warning(args ...any)

func (entry *Entry) Warningf(format string, args ...any)

func (entry *Entry) Warningln(args ...any)

func (entry *Entry) Warnln(args ...any)

func (entry *Entry) WithContext(ctx context.Context) *Entry

func (entry *Entry) WithError(err error) *Entry

func (entry *Entry) WithField(key string, value any) *Entry // keeps value

func (entry *Entry) WithFields(fields Fields) *Entry // keeps fields

func (entry *Entry) WithTime(t time.Time) *Entry

func (entry *Entry) Writer() *io.PipeWriter

func (entry *Entry) WriterLevel(level Level) *io.PipeWriter

type ErrorLogger interface {
	Error(args ...any)
	Errorf(format string, args ...any)
	Errorln(args ...any)
}

type Ext1FieldLogger interface {
	FieldLogger
	TraceLogger
}

type FieldLogger interface {
	StdLogger
	DebugLogger
	InfoLogger
	WarnLogger
	ErrorLogger
	Warning(args ...any)
	Warningf(format string, args ...any)
	Warningln(args ...any)
	WithError(err error) *Entry
	WithField(key string, value any) *Entry // keeps value
	WithFields(fields Fields) *Entry        // keeps fields
}

type FieldMap struct{}

type Fields map[string]any

type Formatter interface {
	Format(*Entry) ([]byte, error)
}

type InfoLogger interface {
	Info(args ...any)
	Infof(format string, args ...any)
	Infoln(args ...any)
}

type JSONFormatter struct {
	TimestampFormat   string
	DisableTimestamp  bool
	DisableHTMLEscape bool
	DataKey           string
	FieldMap          FieldMap
	CallerPrettyfier  func(*runtime.Frame) (function string, file string)
	PrettyPrint       bool
}

func (f *JSONFormatter) Format(entry *Entry) ([]byte, error)

type Level uint32

func (level Level) MarshalText() ([]byte, error)

func (level Level) String() string

func (level *Level) UnmarshalText(text []byte) error

type LogFunction func() []any

type Logger struct {
	Out          io.Writer
	Hooks        LevelHooks
	Formatter    Formatter
	ReportCaller bool
	Level        Level
	ExitFunc     func(int)
	BufferPool   BufferPool
}

func (logger *Logger) AddHook(hook Hook) // keeps hook

func (logger *Logger) Debug(args ...any)

func (logger *Logger) DebugFn(fn LogFunction)

func (logger *Logger) Debugf(format string, args ...any)

func (logger *Logger) Debugln(args ...any)

func (logger *Logger) Error(args ...any)

func (logger *Logger) ErrorFn(fn LogFunction)

func (logger *Logger) Errorf(format string, args ...any)

func (logger *Logger) Errorln(args ...any)

func (logger *Logger) Exit(code int) // never returns

func (logger *Logger) Fatal(args ...any) // never returns

func (logger *Logger) FatalFn(fn LogFunction)

func (logger *Logger) Fatalf(format string, args ...any) // never returns

func (logger *Logger) Fatalln(args ...any) // never returns

func (logger *Logger) GetLevel() Level

func (logger *Logger) Info(args ...any)

func (logger *Logger) InfoFn(fn LogFunction)

func (logger *Logger) Infof(format string, args ...any)

func (logger *Logger) Infoln(args ...any)

func (logger *Logger) IsLevelEnabled(level Level) bool

func (logger *Logger) Log(level Level, args ...any)

func (logger *Logger) LogFn(level Level, fn LogFunction)

func (logger *Logger) Logf(level Level, format string, args ...any)

func (logger *Logger) Logln(level Level, args ...any)

func (logger *Logger) Panic(args ...any) // never returns

func (logger *Logger) PanicFn(fn LogFunction)

func (logger *Logger) Panicf(format string, args ...any) // never returns

func (logger *Logger) Panicln(args ...any) // never returns

func (logger *Logger) Print(args ...any)

func (logger *Logger) PrintFn(fn LogFunction)

func (logger *Logger) Printf(format string, args ...any)

func (logger *Logger) Println(args ...any)

func (logger *Logger) ReplaceHooks(hooks LevelHooks) LevelHooks

func (logger *Logger) SetBufferPool(pool BufferPool)

func (logger *Logger) SetFormatter(formatter Formatter) // keeps formatter

func (logger *Logger) SetLevel(level Level)

func (logger *Logger) SetNoLock()

func (logger *Logger) SetOutput(output io.Writer) // keeps output

func (logger *Logger) SetReportCaller(reportCaller bool)

func (logger *Logger) Trace(args ...any)

func (logger *Logger) TraceFn(fn LogFunction)

func (logger *Logger) Tracef(format string, args ...any)

func (logger *Logger) Traceln(args ...any)

func (logger *Logger) Warn(args ...any)

func (logger *Logger) WarnFn(fn LogFunction)

func (logger *Logger) Warnf(format string, args ...any)

func (logger *Logger) Warning(args ...any)

func (logger *Logger) WarningFn(fn LogFunction)

func (logger *Logger) Warningf(format string, args ...any)

func (logger *Logger) Warningln(args ...any)

func (logger *Logger) Warnln(args ...any)

func (logger *Logger) WithContext(ctx context.Context) *Entry

func (logger *Logger) WithError(err error) *Entry

func (logger *Logger) WithField(key string, value any) *Entry // keeps value

func (logger *Logger) WithFields(fields Fields) *Entry // keeps fields

func (logger *Logger) WithTime(t time.Time) *Entry

func (logger *Logger) Writer() *io.PipeWriter

func (logger *Logger) WriterLevel(level Level) *io.PipeWriter

type StdLogger interface {
	Fatal(args ...any)                 // never returns
	Fatalf(format string, args ...any) // never returns
	Fatalln(args ...any)               // never returns
	Panic(args ...any)                 // never returns
	Panicf(format string, args ...any) // never returns
	Panicln(args ...any)               // never returns
	Print(args ...any)
	Printf(format string, args ...any)
	Println(args ...any)
}

type TextFormatter struct {
	ForceColors               bool
	DisableColors             bool
	ForceQuote                bool
	DisableQuote              bool
	EnvironmentOverrideColors bool
	DisableTimestamp          bool
	FullTimestamp             bool
	TimestampFormat           string
	DisableSorting            bool
	SortingFunc               func([]string)
	DisableLevelTruncation    bool
	PadLevelText              bool
	QuoteEmptyFields          bool
	FieldMap                  FieldMap
	CallerPrettyfier          func(*runtime.Frame) (function string, file string)
}

func (f *TextFormatter) Format(entry *Entry) ([]byte, error)

type TraceLogger interface {
	Trace(args ...any)
	Tracef(format string, args ...any)
	Traceln(args ...any)
}

type WarnLogger interface {
	Warn(args ...any)
	Warnf(format string, args ...any)
	Warnln(args ...any)
}
