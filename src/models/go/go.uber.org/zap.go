// Package zap: signatures and effects of go.uber.org/zap.
package zap

import (
	"fmt"
	"go.uber.org/zap/zapcore"
	"time"
)

func Any(key string, value interface{}) Field // keeps value

func Bool(key string, val bool) Field

func ByteString(key string, val []byte) Field

func Duration(key string, val time.Duration) Field

func Error(err error) Field

func Float64(key string, val float64) Field

func Int(key string, val int) Field

func Int64(key string, val int64) Field

func L() *Logger

func Must(logger *Logger, err error) *Logger

func NamedError(key string, err error) Field

func NewDevelopment(options ...Option) (*Logger, error)

func NewExample(options ...Option) *Logger

func NewNop() *Logger

func NewProduction(options ...Option) (*Logger, error)

func Reflect(key string, val interface{}) Field // keeps val

func ReplaceGlobals(logger *Logger) func()

func S() *SugaredLogger

func String(key string, val string) Field

func Stringer(key string, val fmt.Stringer) Field // keeps val

func Strings(key string, ss []string) Field

func Time(key string, val time.Time) Field

func Uint64(key string, val uint64) Field

type Config struct {
	Level             AtomicLevel
	Development       bool
	DisableCaller     bool
	DisableStacktrace bool
	Sampling          *SamplingConfig
	Encoding          string
	EncoderConfig     zapcore.EncoderConfig
	OutputPaths       []string
	ErrorOutputPaths  []string
	InitialFields     map[string]interface{}
}

func (cfg Config) Build(opts ...Option) (*Logger, error)

type Field = zapcore.Field

type Logger struct{}

func (log *Logger) Check(lvl zapcore.Level, msg string) *zapcore.CheckedEntry

func (log *Logger) Core() zapcore.Core

func (log *Logger) DPanic(msg string, fields ...Field)

func (log *Logger) Debug(msg string, fields ...Field)

func (log *Logger) Error(msg string, fields ...Field)

func (log *Logger) Fatal(msg string, fields ...Field) // never returns

func (log *Logger) Info(msg string, fields ...Field)

func (log *Logger) Level() zapcore.Level

func (log *Logger) Log(lvl zapcore.Level, msg string, fields ...Field)

func (log *Logger) Name() string

func (log *Logger) Named(s string) *Logger

func (log *Logger) Panic(msg string, fields ...Field) // never returns

func (log *Logger) Sugar() *SugaredLogger

func (log *Logger) Sync() error

func (log *Logger) Warn(msg string, fields ...Field)

func (log *Logger) With(fields ...Field) *Logger

func (log *Logger) WithLazy(fields ...Field) *Logger

func (log *Logger) WithOptions(opts ...Option) *Logger

type Option interface{}

type SugaredLogger struct{}

func (s *SugaredLogger) DPanic(args ...interface{})

func (s *SugaredLogger) DPanicf(template string, args ...interface{})

func (s *SugaredLogger) DPanicln(args ...interface{})

func (s *SugaredLogger) DPanicw(msg string, keysAndValues ...interface{})

func (s *SugaredLogger) Debug(args ...interface{})

func (s *SugaredLogger) Debugf(template string, args ...interface{})

func (s *SugaredLogger) Debugln(args ...interface{})

func (s *SugaredLogger) Debugw(msg string, keysAndValues ...interface{})

func (s *SugaredLogger) Desugar() *Logger

func (s *SugaredLogger) Error(args ...interface{})

func (s *SugaredLogger) Errorf(template string, args ...interface{})

func (s *SugaredLogger) Errorln(args ...interface{})

func (s *SugaredLogger) Errorw(msg string, keysAndValues ...interface{})

func (s *SugaredLogger) Fatal(args ...interface{}) // never returns

func (s *SugaredLogger) Fatalf(template string, args ...interface{}) // never returns

func (s *SugaredLogger) Fatalln(args ...interface{}) // never returns

func (s *SugaredLogger) Fatalw(msg string, keysAndValues ...interface{}) // never returns

func (s *SugaredLogger) Info(args ...interface{})

func (s *SugaredLogger) Infof(template string, args ...interface{})

func (s *SugaredLogger) Infoln(args ...interface{})

func (s *SugaredLogger) Infow(msg string, keysAndValues ...interface{})

func (s *SugaredLogger) Level() zapcore.Level

func (s *SugaredLogger) Log(lvl zapcore.Level, args ...interface{})

func (s *SugaredLogger) Logf(lvl zapcore.Level, template string, args ...interface{})

func (s *SugaredLogger) Logln(lvl zapcore.Level, args ...interface{})

func (s *SugaredLogger) Logw(lvl zapcore.Level, msg string, keysAndValues ...interface{})

func (s *SugaredLogger) Named(name string) *SugaredLogger

func (s *SugaredLogger) Panic(args ...interface{}) // never returns

func (s *SugaredLogger) Panicf(template string, args ...interface{}) // never returns

func (s *SugaredLogger) Panicln(args ...interface{}) // never returns

func (s *SugaredLogger) Panicw(msg string, keysAndValues ...interface{}) // never returns

func (s *SugaredLogger) Sync() error

func (s *SugaredLogger) Warn(args ...interface{})

func (s *SugaredLogger) Warnf(template string, args ...interface{})

func (s *SugaredLogger) Warnln(args ...interface{})

func (s *SugaredLogger) Warnw(msg string, keysAndValues ...interface{})

func (s *SugaredLogger) With(args ...interface{}) *SugaredLogger // keeps args

func (s *SugaredLogger) WithLazy(args ...interface{}) *SugaredLogger // keeps args

func (s *SugaredLogger) WithOptions(opts ...Option) *SugaredLogger
