// Package queue runs functions on a fixed number of goroutines.
package queue

import "sync"

// Queue runs what gives a T.
type Queue[T any] struct {
	tasks chan func() T
	out   chan T
	group sync.WaitGroup
}

// New starts the goroutines.
func New[T any](size int) *Queue[T] {
	q := &Queue[T]{tasks: make(chan func() T), out: make(chan T, size)}
	for range size {
		q.group.Go(func() {
			for task := range q.tasks {
				q.out <- task()
			}
		})
	}
	return q
}

// Submit hands a function over.
func (q *Queue[T]) Submit(task func() T) { q.tasks <- task }
