// Package store serves items.
package store

import "net/http"

// Store has items.
type Store interface {
	List() ([]byte, error)
}

type memory struct{}

// NewMemory makes a store that needs no server.
func NewMemory() Store { return &memory{} }

func (m *memory) List() ([]byte, error) { return nil, nil }

type handler struct{ store Store }

// NewHandler serves the items of a store.
func NewHandler(store Store) http.Handler { return &handler{store: store} }

func (h *handler) ServeHTTP(w http.ResponseWriter, _ *http.Request) {
	items, err := h.store.List()
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	w.Write(items)
}
