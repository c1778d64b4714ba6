// Package lowering holds functions, each with its control-flow graph in the comment that follows it.
package lowering

// What the other files use.

type node struct {
	value int
	next  *node
}

type number int

type pair[K comparable, V any] struct {
	key   K
	value V
}

type shape interface{ area() int }

func (n node) area() int      { return n.value }
func (n *node) grow(by int)   { n.value += by }
func (n *node) tail() *node   { return n.next }
func (p pair[K, V]) first() K { return p.key }
func cond() bool              { return true }
func one() int                { return 1 }
func two() (int, error)       { return 0, nil }
func use(values ...any)       {}
func sum(values ...int) int   { return len(values) }
func apply(f func(int) int)   {}
func identity[T any](x T) T   { return x }
func mapped[K, V any](x K) V  { var v V; return v }

var global int
