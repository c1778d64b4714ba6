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

// byRole has lists of what begins parts, and again of what is done in each round.
var byRole, each = map[string][]func(string) error{}, map[string][]func() error{}

// Register has a part begin for a role.
func Register(role string, begin func(string) error) {
	known := byRole[role]
	byRole[role] = append(known, begin)
}

// RegisterRound has something done in each round of a role.
func RegisterRound(role string, round func() error) {
	each[role] = append(each[role], round)
}

// BeginAll begins what is registered for some roles.
func BeginAll(roles string, name string) error {
	for role, list := range byRole {
		if role != roles {
			continue
		}
		for _, begin := range list {
			if err := begin(name); err != nil {
				return err
			}
		}
	}
	return nil
}

// RoundOf does what is registered for each round.
func RoundOf(role string) {
	for _, round := range each[role] {
		round()
	}
}

func init() {
	Begin = append(Begin, Add)
	Rounds = append(Rounds, Check)
	Register("one", Attach)
	RegisterRound("one", Renew)
}

type part struct{ client *http.Client }

// Add makes a part.
func Add(name string) error {
	p := &part{client: &http.Client{Transport: &http.Transport{}}}
	return p.get(name)
}

// Attach makes a part for its role.
func Attach(name string) error {
	p := &part{client: &http.Client{Transport: &http.Transport{}}}
	return p.get(name)
}

// Renew makes a transport in each round of its role.
func Renew() error {
	p := &part{client: &http.Client{Transport: &http.Transport{}}} // want `transport-per-call: .* is made anew by each call of Renew, which runs in a loop`
	return p.get("renew")
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
