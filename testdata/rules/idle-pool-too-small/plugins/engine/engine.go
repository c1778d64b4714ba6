// Package engine runs plugins.
package engine

import "sync"

// Plugin does the work on one word.
type Plugin interface {
	Name() string
	Handle(word string) error
}

// Engine runs a plugin in many goroutines.
type Engine struct {
	plugin  Plugin
	workers int
}

// New makes an engine.
func New(plugin Plugin, workers int) *Engine { return &Engine{plugin: plugin, workers: workers} }

// Start has all words handled.
func (e *Engine) Start(words []string) {
	queue := make(chan string)
	var group sync.WaitGroup
	for i := 0; i < e.workers; i++ {
		group.Add(1)
		go e.work(queue, &group)
	}
	for _, word := range words {
		queue <- word
	}
	close(queue)
	group.Wait()
}

func (e *Engine) work(queue <-chan string, group *sync.WaitGroup) {
	defer group.Done()
	for word := range queue {
		e.plugin.Handle(word)
	}
}
