import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { directoryWith, run } from './run.ts';

const HELPERS = `package helpers

import (
	"io"
	"net/http"
)

func Close(resp *http.Response) { resp.Body.Close() }

func Drain(resp *http.Response) {
	io.Copy(io.Discard, resp.Body)
	resp.Body.Close()
}

func IsGood(resp *http.Response) bool { return resp.StatusCode == 200 }

func Fetch(url string) (*http.Response, error) {
	return send(url)
}

func send(url string) (*http.Response, error) {
	return http.Get(url)
}

func leak() {
	resp, _ := http.Get("http://localhost/")
	println(resp.StatusCode)
}
`;

const PROGRAM = `package main

import (
	"net/http"

	"example.com/helpers"
)

func closes() {
	resp, err := http.Get("http://localhost/closes")
	if err != nil {
		return
	}
	helpers.Close(resp)
}

func drains() {
	resp, err := http.Get("http://localhost/drains")
	if err != nil {
		return
	}
	helpers.Drain(resp)
}

func looks() bool {
	resp, err := http.Get("http://localhost/looks")
	if err != nil {
		return false
	}
	return helpers.IsGood(resp)
}

func fetches() {
	resp, err := helpers.Fetch("http://localhost/fetches")
	if err != nil {
		return
	}
	println(resp.StatusCode)
}

func main() {
	closes()
	drains()
	looks()
	fetches()
}
`;

const MODULE = {
  'go.mod': 'module example.com/m\n\ngo 1.24\n\nrequire example.com/helpers v1.0.0\n',
  'main.go': PROGRAM,
};

/** The findings as `line rule`. */
function audit(
  directory: string,
  options: readonly string[] = [],
  environment: NodeJS.ProcessEnv = {},
): string[] {
  const { status, stdout, stderr } = run(
    directory,
    ['--fail-on', 'never', '--color', 'never', ...options],
    environment,
  );
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return [...stdout.matchAll(/^(\S+?):(\d+):\d+: .*\((\S+)\)$/gm)].map(
    ([, file, line, rule]) => `${file}:${line} ${rule}`,
  );
}

/** Only closed by Close; open after IsGood; obtained by Fetch and never closed. */
const SEEN = ['main.go:10 body-not-drained', 'main.go:26 body-not-closed', 'main.go:34 body-not-closed'];

describe('the source of dependencies', () => {
  test('tells what a vendored helper does with a response, and is not audited itself', () => {
    const directory = directoryWith({
      ...MODULE,
      'vendor/modules.txt': '# example.com/helpers v1.0.0\n## explicit\nexample.com/helpers\n',
      'vendor/example.com/helpers/helpers.go': HELPERS,
    });
    expect(audit(directory)).toEqual(SEEN);
    expect(audit(directory, ['--no-dependencies'])).toEqual([]);
  });

  test('is found in the module cache that the environment names', () => {
    const directory = directoryWith(MODULE);
    const cache = directoryWith({ 'example.com/helpers@v1.0.0/helpers.go': HELPERS });
    const goPath = directoryWith({ 'pkg/mod/example.com/helpers@v1.0.0/helpers.go': HELPERS });
    expect(audit(directory, [], { GOMODCACHE: cache })).toEqual(SEEN);
    expect(audit(directory, [], { GOPATH: goPath })).toEqual(SEEN);
    expect(audit(directory, [], { GOMODCACHE: join(cache, 'missing') })).toEqual([]);
  });

  test('counts less than a model of the package', () => {
    const directory = directoryWith({
      ...MODULE,
      'models/helpers.go': [
        'package helpers // import "example.com/helpers"',
        'import "net/http"',
        'func Close(resp *http.Response) // reads resp to EOF; closes resp',
        'func IsGood(resp *http.Response) bool // closes resp',
        'func Fetch(url string) (*http.Response, error)',
        '',
      ].join('\n\n'),
    });
    const cache = directoryWith({ 'example.com/helpers@v1.0.0/helpers.go': HELPERS });
    // Drain is not declared by the model, which stands for the whole package.
    expect(audit(directory, ['--model', 'models/helpers.go'], { GOMODCACHE: cache })).toEqual([
      'main.go:26 body-not-drained',
    ]);
  });
});
