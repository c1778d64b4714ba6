// Package testing: signatures and effects of testing.
package testing

import (
	"context"
	"io"
	"time"
)

func AllocsPerRun(runs int, f func()) (avg float64) // calls f

func Short() bool

func Testing() bool

func Verbose() bool

type B struct {
	N int
}

func (b *B) ArtifactDir() string

func (b *B) Attr(key string, value string)

func (b *B) Chdir(dir string)

func (b *B) Cleanup(f func()) // keeps f

func (b *B) Context() context.Context

func (b *B) Elapsed() time.Duration

func (b *B) Error(args ...any) // fails the test

func (b *B) Errorf(format string, args ...any) // fails the test

func (b *B) Fail() // fails the test

func (b *B) FailNow() // never returns

func (b *B) Failed() bool

func (b *B) Fatal(args ...any) // never returns

func (b *B) Fatalf(format string, args ...any) // never returns

func (b *B) Helper()

func (b *B) Log(args ...any)

func (b *B) Logf(format string, args ...any)

func (b *B) Loop() bool

func (b *B) Name() string

func (b *B) Output() io.Writer

func (b *B) ReportAllocs()

func (b *B) ReportMetric(n float64, unit string)

func (b *B) ResetTimer()

func (b *B) Run(name string, f func(b *B)) bool // calls f

func (b *B) RunParallel(body func(*PB)) // calls body

func (b *B) SetBytes(n int64)

func (b *B) SetParallelism(p int)

func (b *B) Setenv(key string, value string)

func (b *B) Skip(args ...any) // never returns

func (b *B) SkipNow() // never returns

func (b *B) Skipf(format string, args ...any) // never returns

func (b *B) Skipped() bool

func (b *B) StartTimer()

func (b *B) StopTimer()

func (b *B) TempDir() string

type F struct{}

func (f *F) Add(args ...any) // keeps args

func (f *F) ArtifactDir() string

func (f *F) Attr(key string, value string)

func (f *F) Chdir(dir string)

func (f *F) Cleanup(f func()) // keeps f

func (f *F) Context() context.Context

func (f *F) Error(args ...any) // fails the test

func (f *F) Errorf(format string, args ...any) // fails the test

func (f *F) Fail() // fails the test

func (f *F) FailNow() // never returns

func (f *F) Failed() bool

func (f *F) Fatal(args ...any) // never returns

func (f *F) Fatalf(format string, args ...any) // never returns

func (f *F) Fuzz(ff any) // calls ff

func (f *F) Helper()

func (f *F) Log(args ...any)

func (f *F) Logf(format string, args ...any)

func (f *F) Name() string

func (f *F) Output() io.Writer

func (f *F) Setenv(key string, value string)

func (f *F) Skip(args ...any) // never returns

func (f *F) SkipNow() // never returns

func (f *F) Skipf(format string, args ...any) // never returns

func (f *F) Skipped() bool

func (f *F) TempDir() string

type InternalTest struct {
	Name string
	F    func(*T)
}

type M struct{}

func (m *M) Run() (code int)

type PB struct{}

func (pb *PB) Next() bool

type T struct{}

func (t *T) ArtifactDir() string

func (t *T) Attr(key string, value string)

func (t *T) Chdir(dir string)

func (t *T) Cleanup(f func()) // keeps f

func (t *T) Context() context.Context

func (t *T) Deadline() (deadline time.Time, ok bool)

func (t *T) Error(args ...any) // fails the test

func (t *T) Errorf(format string, args ...any) // fails the test

func (t *T) Fail() // fails the test

func (t *T) FailNow() // never returns

func (t *T) Failed() bool

func (t *T) Fatal(args ...any) // never returns

func (t *T) Fatalf(format string, args ...any) // never returns

func (t *T) Helper()

func (t *T) Log(args ...any)

func (t *T) Logf(format string, args ...any)

func (t *T) Name() string

func (t *T) Output() io.Writer

func (t *T) Parallel()

func (t *T) Run(name string, f func(t *T)) bool // calls f

func (t *T) Setenv(key string, value string)

func (t *T) Skip(args ...any) // never returns

func (t *T) SkipNow() // never returns

func (t *T) Skipf(format string, args ...any) // never returns

func (t *T) Skipped() bool

func (t *T) TempDir() string

type TB interface {
	ArtifactDir() string
	Attr(key string, value string)
	Chdir(dir string)
	Cleanup(f func()) // keeps f
	Context() context.Context
	Error(args ...any)                 // fails the test
	Errorf(format string, args ...any) // fails the test
	Fail()                             // fails the test
	FailNow()                          // never returns
	Failed() bool
	Fatal(args ...any)                 // never returns
	Fatalf(format string, args ...any) // never returns
	Helper()
	Log(args ...any)
	Logf(format string, args ...any)
	Name() string
	Output() io.Writer
	Setenv(key string, value string)
	Skip(args ...any)                 // never returns
	SkipNow()                         // never returns
	Skipf(format string, args ...any) // never returns
	Skipped() bool
	TempDir() string
}
