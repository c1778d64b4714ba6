// Package parts has the parts of a program, which append what begins them to lists.
package parts

import (
	"io"
	"net/http"
)

// Begin is run for each part, once.
var Begin []func(name string) error

// Rounds are run again and again.
var Rounds []func() error

func init() {
	Begin = append(Begin, Add)
	Rounds = append(Rounds, Check)
}

type part struct{ client *http.Client }

// Add makes a part.
func Add(name string) error {
	p := &part{client: &http.Client{Transport: &http.Transport{}}}
	return p.get(name)
}

// Check makes a transport in each round.
func Check() error {
	p := &part{client: &http.Client{Transport: &http.Transport{}}} // want `transport-per-call: .* is made anew by each call of Check, which runs in a loop`
	return p.get("round")
}

func (p *part) get(path string) error {
	resp, err := p.client.Get("http://127.0.0.1:1/" + path)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	_, err = io.Copy(io.Discard, resp.Body)
	return err
}
