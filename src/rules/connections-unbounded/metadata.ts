import type { RuleMetadata } from '../rule.ts';

export const metadata: RuleMetadata = {
  id: 'connections-unbounded',
  name: 'ConnectionsUnbounded',
  summary: 'Any number of goroutines ask one host through a transport that dials without a bound.',
  description:
    'A transport without MaxConnsPerHost dials a new connection whenever none is idle. When nothing else bounds the goroutines that ask one host, a slow answer is enough to make it dial hundreds of connections: file descriptors run out, and the host that was slow gets more load.',
  help: [
    'Set MaxConnsPerHost on the transport: further requests wait for a connection that is free. Set MaxIdleConnsPerHost to the same number, or the connections beyond two are closed after each burst.',
    'Or bound the goroutines: a worker pool, a semaphore, or SetLimit of an errgroup.Group.',
    'Every body has to be closed then: a connection that is never given back counts for ever, and requests wait without end.',
  ].join('\n\n'),
  examples: [
    {
      title: 'One goroutine for each of any number of keys',
      bad: `package example

import (
	"io"
	"net/http"
	"sync"
)

var client = &http.Client{
	Transport: &http.Transport{MaxIdleConnsPerHost: 64},
}

func Warm(keys []string) {
	var group sync.WaitGroup
	for _, key := range keys {
		group.Add(1)
		go func(key string) {
			defer group.Done()
			resp, err := client.Get("http://cache.example.com/" + key)
			if err != nil {
				return
			}
			defer resp.Body.Close()
			io.Copy(io.Discard, resp.Body)
		}(key)
	}
	group.Wait()
}
`,
      good: `package example

import (
	"io"
	"net/http"
	"sync"
)

var client = &http.Client{
	Transport: &http.Transport{MaxIdleConnsPerHost: 64, MaxConnsPerHost: 64},
}

func Warm(keys []string) {
	var group sync.WaitGroup
	for _, key := range keys {
		group.Add(1)
		go func(key string) {
			defer group.Done()
			resp, err := client.Get("http://cache.example.com/" + key)
			if err != nil {
				return
			}
			defer resp.Body.Close()
			io.Copy(io.Discard, resp.Body)
		}(key)
	}
	group.Wait()
}
`,
    },
  ],
  level: 'note',
  precision: 'medium',
  tags: ['net/http', 'performance', 'concurrency'],
};
