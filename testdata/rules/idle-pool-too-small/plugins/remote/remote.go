// Package remote asks a server about words.
package remote

import (
	"io"
	"net/http"

	"example.com/plugins/engine"
	"example.com/plugins/web"
)

var _ engine.Plugin = (*Plugin)(nil)

// Plugin asks one server.
type Plugin struct {
	base string
	web  *web.Client
}

// New makes a plugin for a server.
func New(base string) *Plugin {
	return &Plugin{base: base, web: web.New()}
}

// Name is what the plugin is called.
func (p *Plugin) Name() string { return "remote" }

// Handle asks about a word.
func (p *Plugin) Handle(word string) error { return p.ask(word) }

func (p *Plugin) ask(word string) error {
	body, err := p.web.Get(p.base + "/words/" + word)
	if err != nil {
		return err
	}
	defer body.Close()
	_, err = io.Copy(io.Discard, body)
	return err
}

// Items is a store on another server, that this program does not use.
type Items struct{ Base string }

// List gives all items.
func (i *Items) List() ([]byte, error) {
	resp, err := http.Get(i.Base + "/items")
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}
