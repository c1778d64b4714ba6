// Package slices: signatures and effects of slices.
package slices

import "cmp"

func BinarySearch[S ~[]E, E cmp.Ordered](x S, target E) (int, bool)

func BinarySearchFunc[S ~[]E, E, T any](x S, target T, cmp func(E, T) int) (int, bool) // calls cmp repeatedly

func Clip[S ~[]E, E any](s S) S

func Clone[S ~[]E, E any](s S) S

func Compact[S ~[]E, E comparable](s S) S

func CompactFunc[S ~[]E, E any](s S, eq func(E, E) bool) S // calls eq repeatedly

func Concat[S ~[]E, E any](slices ...S) S

func Contains[S ~[]E, E comparable](s S, v E) bool

func ContainsFunc[S ~[]E, E any](s S, f func(E) bool) bool // calls f repeatedly

func Delete[S ~[]E, E any](s S, i int, j int) S

func DeleteFunc[S ~[]E, E any](s S, del func(E) bool) S // calls del repeatedly

func Equal[S ~[]E, E comparable](s1 S, s2 S) bool

func EqualFunc[S1 ~[]E1, S2 ~[]E2, E1, E2 any](s1 S1, s2 S2, eq func(E1, E2) bool) bool // calls eq repeatedly

func Grow[S ~[]E, E any](s S, n int) S

func Index[S ~[]E, E comparable](s S, v E) int

func IndexFunc[S ~[]E, E any](s S, f func(E) bool) int // calls f repeatedly

func Insert[S ~[]E, E any](s S, i int, v ...E) S // keeps v

func IsSorted[S ~[]E, E cmp.Ordered](x S) bool

func IsSortedFunc[S ~[]E, E any](x S, cmp func(a E, b E) int) bool // calls cmp repeatedly

func Max[S ~[]E, E cmp.Ordered](x S) E

func MaxFunc[S ~[]E, E any](x S, cmp func(a E, b E) int) E // calls cmp repeatedly

func Min[S ~[]E, E cmp.Ordered](x S) E

func MinFunc[S ~[]E, E any](x S, cmp func(a E, b E) int) E // calls cmp repeatedly

func Repeat[S ~[]E, E any](x S, count int) S

func Replace[S ~[]E, E any](s S, i int, j int, v ...E) S // keeps v

func Reverse[S ~[]E, E any](s S)

func Sort[S ~[]E, E cmp.Ordered](x S)

func SortFunc[S ~[]E, E any](x S, cmp func(a E, b E) int) // calls cmp repeatedly

func SortStableFunc[S ~[]E, E any](x S, cmp func(a E, b E) int) // calls cmp repeatedly
