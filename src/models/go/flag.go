// Package flag: signatures and effects of flag.
package flag

import "time"

func Arg(i int) string

func Args() []string

func Bool(name string, value bool, usage string) *bool

func BoolVar(p *bool, name string, value bool, usage string)

func Duration(name string, value time.Duration, usage string) *time.Duration

func DurationVar(p *time.Duration, name string, value time.Duration, usage string)

func Int(name string, value int, usage string) *int

func IntVar(p *int, name string, value int, usage string)

func NArg() int

func Parse()

func String(name string, value string, usage string) *string

func StringVar(p *string, name string, value string, usage string)
