// Command polls makes a transport, asks over it until something is there, and drops it.
package main

import (
	"context"
	"errors"
	"io"
	"log"
	"net/http"
	"time"
)

type node struct{ client *http.Client }

func newNode() *node {
	return &node{client: &http.Client{Transport: &http.Transport{TLSHandshakeTimeout: time.Second}}} // want `transport-per-call: .* that newNode returns is made anew .* its connections serve no other call`
}

func (n *node) status() (string, error) {
	resp, err := n.client.Get("http://127.0.0.1:1/status")
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	data, err := io.ReadAll(resp.Body)
	return string(data), err
}

// waitFor asks until the answer is the one that is wanted.
func (n *node) waitFor(wanted func(string) bool) error {
	start := time.Now()
	for {
		status, err := n.status()
		if err != nil {
			return err
		}
		if wanted(status) {
			return nil
		}
		if time.Since(start) > time.Minute {
			return errors.New("timeout")
		}
		time.Sleep(time.Second)
	}
}

func ready(status string) bool { return status == "ready" }

// repair makes a transport for each round, and leaves it when the node is ready.
func repair() error { return newNode().waitFor(ready) }

type watcher struct{ client *http.Client }

// newWatcher makes the transport of what goes on until it fails.
func newWatcher() *watcher {
	return &watcher{client: &http.Client{Transport: &http.Transport{TLSHandshakeTimeout: time.Second}}}
}

// watch asks again and again over its one transport.
func (w *watcher) watch(ctx context.Context) error {
	for {
		resp, err := w.client.Get("http://127.0.0.1:1/changes")
		if err != nil {
			return err
		}
		if _, err := io.Copy(io.Discard, resp.Body); err != nil {
			resp.Body.Close()
			return err
		}
		resp.Body.Close()
		select {
		case <-ctx.Done():
			return nil
		case <-time.After(time.Second):
		}
	}
}

// session is started again only when it has failed.
func session(ctx context.Context) error { return newWatcher().watch(ctx) }

func repairAll() {
	for range time.Tick(time.Minute) {
		if err := repair(); err != nil {
			log.Print(err)
		}
	}
}

func main() {
	go repairAll()
	for {
		if err := session(context.Background()); err != nil {
			log.Print(err)
		}
		time.Sleep(time.Second)
	}
}
