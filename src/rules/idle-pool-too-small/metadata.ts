import type { RuleMetadata } from '../rule.ts';

export const metadata: RuleMetadata = {
  id: 'idle-pool-too-small',
  name: 'IdlePoolTooSmall',
  summary: 'More goroutines share a transport than its pool keeps idle connections for one host.',
  description:
    'A transport keeps at most two idle connections for a host unless MaxIdleConnsPerHost says otherwise. When more requests end at once, the other connections are closed, and the next ones have to be dialled again: the program opens connections all the time, and thousands of sockets wait in TIME_WAIT. MaxIdleConns and MaxConnsPerHost do not raise the limit.',
  help: [
    'Give the client a transport whose MaxIdleConnsPerHost is at least the number of goroutines: clone http.DefaultTransport and set it. MaxIdleConns counts over all hosts and caps it: raise it too, or set it to 0 for no limit.',
    'The goroutines may be those of a loop, a worker pool or a group, or those that a server starts for the requests it gets. A semaphore, a limit or a mutex on the way counts. Where a flag says how many there are, the number is the default of the flag.',
    'Servers that speak HTTP/2 need one connection only: for an https host and a transport that may use HTTP/2 the finding is a note. Requests of handlers and proxies are then not reported at all, and are a note where the scheme of the host is not known.',
  ].join('\n\n'),
  fix: '`--fix` sets `MaxIdleConnsPerHost` to the number of goroutines where the transport is made; with `--unsafe-fixes`, requests over the default client get a client of their own.',
  examples: [
    {
      title: 'A hundred goroutines over the default client',
      bad: `package main

import (
	"io"
	"log"
	"net/http"
	"os"
	"sync"
)

func main() {
	var group sync.WaitGroup
	for i := 0; i < 100; i++ {
		group.Add(1)
		go func() {
			defer group.Done()
			work(os.Args[1])
		}()
	}
	group.Wait()
}

func work(url string) {
	for i := 0; i < 20; i++ {
		resp, err := http.Get(url)
		if err != nil {
			log.Print(err)
			return
		}
		io.Copy(io.Discard, resp.Body)
		resp.Body.Close()
	}
}
`,
      good: `package main

import (
	"io"
	"log"
	"net/http"
	"os"
	"sync"
)

const workers = 100

var client = newClient()

func newClient() *http.Client {
	transport := http.DefaultTransport.(*http.Transport).Clone()
	transport.MaxIdleConnsPerHost = workers
	return &http.Client{Transport: transport}
}

func main() {
	var group sync.WaitGroup
	for i := 0; i < workers; i++ {
		group.Add(1)
		go func() {
			defer group.Done()
			work(os.Args[1])
		}()
	}
	group.Wait()
}

func work(url string) {
	for i := 0; i < 20; i++ {
		resp, err := client.Get(url)
		if err != nil {
			log.Print(err)
			return
		}
		io.Copy(io.Discard, resp.Body)
		resp.Body.Close()
	}
}
`,
    },
  ],
  level: 'warning',
  precision: 'high',
  tags: ['net/http', 'performance', 'concurrency'],
};
