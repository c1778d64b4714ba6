import type { RuleMetadata } from '../rule.ts';

export const metadata: RuleMetadata = {
  id: 'transport-per-call',
  name: 'TransportPerCall',
  summary: 'A transport is made for each call or request and left behind with its idle connections.',
  description:
    'Every http.Transport has a connection pool of its own. Code that makes one for each call opens a new connection each time, and after the body was read the connection stays open, idle, in a pool that nobody uses again: two goroutines and a file descriptor a call, until the server closes its side or IdleConnTimeout ends. Limits such as MaxIdleConns do not help, for they count within one transport.',
  help: [
    'Make the transport once and share it: in a package variable, in a field of a value that lives as long as the program uses it, or behind sync.Once. Transports and clients are safe for use by several goroutines. A new http.Client for each call is harmless as long as it uses a shared transport, or none.',
    'Where the transport depends on the call, keep one for each distinct configuration in a map, or let it keep no connection: set DisableKeepAlives, or `defer transport.CloseIdleConnections()`. IdleConnTimeout only bounds how long the connections stay.',
  ].join('\n\n'),
  fix: '`--fix` lets the transport keep no connections, or closes those that are idle when the function is over; with `--unsafe-fixes`, a transport that depends on nothing local becomes a package variable.',
  examples: [
    {
      title: 'A transport for each POST',
      bad: `package main

import (
	"io"
	"log"
	"net/http"
	"os"
	"strings"
	"time"
)

func send(url, document string) error {
	client := &http.Client{Transport: &http.Transport{ResponseHeaderTimeout: time.Second}}
	resp, err := client.Post(url, "application/json", strings.NewReader(document))
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	_, err = io.Copy(io.Discard, resp.Body)
	return err
}

func main() {
	for _, document := range os.Args[2:] {
		if err := send(os.Args[1], document); err != nil {
			log.Fatal(err)
		}
	}
}
`,
      good: `package main

import (
	"io"
	"log"
	"net/http"
	"os"
	"strings"
	"time"
)

var client = &http.Client{Transport: &http.Transport{ResponseHeaderTimeout: time.Second}}

func send(url, document string) error {
	resp, err := client.Post(url, "application/json", strings.NewReader(document))
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	_, err = io.Copy(io.Discard, resp.Body)
	return err
}

func main() {
	for _, document := range os.Args[2:] {
		if err := send(os.Args[1], document); err != nil {
			log.Fatal(err)
		}
	}
}
`,
    },
  ],
  level: 'error',
  precision: 'high',
  tags: ['net/http', 'resource-leak', 'performance'],
};
