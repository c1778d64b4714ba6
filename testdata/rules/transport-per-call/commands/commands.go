// Package commands has the commands of a program, each of which runs once.
package commands

import (
	"crypto/tls"
	"fmt"
	"io"
	"net/http"
)

func fetch(url string) ([]byte, error) {
	client := &http.Client{Transport: &http.Transport{Proxy: http.ProxyFromEnvironment}}
	resp, err := client.Get(url)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

// HealthCommand is run by a command line.
type HealthCommand struct {
	Target string `long:"target"`
}

// Execute runs it.
func (h *HealthCommand) Execute(_ []string) error {
	content, err := fetch(h.Target)
	fmt.Println(string(content))
	return err
}

// Task is run by others, again and again: it is no command.
type Task struct{ Target string }

// Execute runs it.
func (t *Task) Execute(attempt int) error {
	tr := &http.Transport{TLSClientConfig: &tls.Config{ServerName: "x"}, ForceAttemptHTTP2: true} // want `transport-per-call: This transport is made anew by each call of Task.Execute`
	resp, err := (&http.Client{Transport: tr}).Get(fmt.Sprintf("%s?%d", t.Target, attempt))
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	_, err = io.Copy(io.Discard, resp.Body)
	return err
}
