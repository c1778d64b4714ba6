import type { RuleMetadata } from '../rule.ts';

export const metadata: RuleMetadata = {
  id: 'deferred-close-in-loop',
  name: 'DeferredCloseInLoop',
  summary:
    'A response body that a loop obtains and does not read to EOF is closed by a deferred call: all stay open until the function returns.',
  description:
    'Deferred calls run when the function returns, not at the end of an iteration. A loop that defers the Close of each response and does not read the bodies to EOF holds a connection, two goroutines and a file descriptor for every iteration so far, on every version of Go. Bodies read to EOF free their connections by themselves: deferring their Close costs memory only and is not reported.',
  help: [
    'Close the body before the iteration ends, after it was read to EOF so that the next iteration can use the connection again. Best make the body of the loop a function of its own: a deferred Close in it runs at the end of each iteration.',
    'This takes the place of `body-not-drained` and `body-partly-read` for such a response: a drain alone, within the iteration, repairs all of it. Loops that are known to go round three times at most, and ways that leave the loop after the defer, are not reported here.',
  ].join('\n\n'),
  examples: [
    {
      title: 'Checking a list of addresses',
      bad: `package example

import (
	"fmt"
	"net/http"
)

func check(urls []string) error {
	for _, url := range urls {
		resp, err := http.Get(url)
		if err != nil {
			return err
		}
		defer resp.Body.Close()
		fmt.Println(url, resp.Status)
	}
	return nil
}
`,
      good: `package example

import (
	"fmt"
	"io"
	"net/http"
)

func check(urls []string) error {
	for _, url := range urls {
		if err := checkOne(url); err != nil {
			return err
		}
	}
	return nil
}

func checkOne(url string) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	fmt.Println(url, resp.Status)
	_, err = io.Copy(io.Discard, resp.Body)
	return err
}
`,
    },
  ],
  level: 'warning',
  precision: 'high',
  tags: ['net/http', 'resource-leak', 'performance'],
};
