import { describe, expect, test } from 'vitest';
import { directoryWith, GO_MOD, LEAKING_PROGRAM, run } from './run.ts';

const MODEL = `package client // import "example.com/client"

import "net/http"

type Client struct{}

func (c *Client) Open(path string) (*http.Response, error) // obtains response

func (c *Client) Fetch(path string) (*http.Response, error)
`;

const PROGRAM = `package main

import "example.com/client"

func main() {
	var c client.Client
	opened, err := c.Open("/")
	if err != nil {
		return
	}
	println(opened.StatusCode)
	fetched, err := c.Fetch("/")
	if err != nil {
		return
	}
	println(fetched.StatusCode)
}
`;

describe('--model', () => {
  test('says what yields an open response in a package whose source is not at hand', () => {
    const directory = directoryWith({
      'm/go.mod': GO_MOD,
      'm/main.go': PROGRAM,
      'm/models/client.go': MODEL,
    });
    expect(run(directory, ['-C', 'm']).stdout).not.toContain('body-not-closed');
    const { status, stdout } = run(directory, ['-C', 'm', '--model', 'models/client.go']);
    expect(stdout.match(/^main\.go:\d+:\d+: \w+/gm)).toEqual(['main.go:7:17: opened']);
    expect(status).toBe(1);
  });

  test('tells by a type parameter that what a function gives is given back', () => {
    const directory = directoryWith({
      'go.mod': GO_MOD,
      'main.go': `package main

import (
	"net/http"

	"example.com/retry"
)

func main() {
	ask := func() (*http.Response, error) { return http.Get("http://example.com") }
	resp, err := retry.Do(3, ask)
	if err != nil {
		return
	}
	println(resp.StatusCode)
}
`,
      'retry.txt': `package retry // import "example.com/retry"

type Attempt[T any] func() (T, error)

func Do[T any](times int, attempt Attempt[T]) (T, error) // calls attempt
`,
    });
    const { stdout } = run(directory, ['--model', 'retry.txt']);
    expect(stdout.match(/^main\.go:\d+:\d+: \w+/gm)).toEqual(['main.go:11:15: resp']);
  });

  test('replaces a model that is built in', () => {
    const directory = directoryWith({
      'go.mod': GO_MOD,
      'main.go': LEAKING_PROGRAM,
      'http.go.txt': 'package http // import "net/http"\n\nfunc Get(url string) (*Response, error)\n',
    });
    expect(run(directory, []).status).toBe(1);
    expect(run(directory, ['--model', 'http.go.txt']).status).toBe(0);
  });

  test.each([
    ['package client\n', /model\.go:1: .*import path/],
    [`${MODEL}\nfunc Shut(c *Client) // shuts c\n`, /model\.go:11: "shuts c" is not an effect/],
    [`${MODEL}\nfunc Shut(c *Client\n`, /model\.go:\d+: syntax error/],
  ])('a model that cannot be used is an error with its place: %j', (model, message) => {
    const directory = directoryWith({ 'go.mod': GO_MOD, 'main.go': PROGRAM, 'model.go.txt': model });
    const { status, stderr } = run(directory, ['--model', 'model.go.txt']);
    expect(stderr).toMatch(new RegExp(message.source.replace('model\\.go', 'model\\.go\\.txt')));
    expect(status).toBe(2);
  });

  test('two models of one package are refused, one named twice is not', () => {
    const directory = directoryWith({ 'go.mod': GO_MOD, 'main.go': PROGRAM, 'a.txt': MODEL, 'b.txt': MODEL });
    const twice = run(directory, ['--model', 'a.txt', '--model', './a.txt']);
    expect(twice).toMatchObject({ status: 1, stderr: '' });
    expect(run(directory, ['--model', 'a.txt', '--model', 'b.txt'])).toMatchObject({
      status: 2,
      stdout: '',
      stderr: 'go-pool-audit: error: b.txt: a.txt is a model of example.com/client too\n',
    });
  });

  test('a model of a package at hand is refused', () => {
    const directory = directoryWith({
      'go.mod': 'module example.com/client\n',
      'client.go': 'package client\n',
      'model.txt': MODEL,
    });
    const { status, stderr } = run(directory, ['--model', 'model.txt']);
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr:
        'go-pool-audit: --model model.txt: the source of example.com/client is in a module at hand, so a model of it is not used\n',
    });
  });

  test('a file that is missing is named', () => {
    const { status, stderr } = run(directoryWith({ 'go.mod': GO_MOD }), ['--model', 'none.go']);
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: 'go-pool-audit: error: none.go: no such file or directory\n',
    });
  });
});
