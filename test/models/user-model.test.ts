import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkEffects } from '../../src/models/check-effects.ts';
import { loadUserModel } from '../../src/models/user-model.ts';
import { directoryWith } from '../cli/run.ts';

const CLAUSE = 'package client // import "example.com/client"\n';

/** What a model file of this content gives. */
function load(content: string | Buffer): ReturnType<typeof loadUserModel> {
  const directory = directoryWith({ 'models/client.go': content });
  return loadUserModel(join(directory, 'models', 'client.go'), directory);
}

describe('loadUserModel', () => {
  test('gives the file and the path in its import comment', () => {
    const model = load(
      `// Licence.\n\n${CLAUSE}\nimport "net/http"\n\nfunc Get() *http.Response // obtains response\n`,
    );
    expect(model).toMatchObject({
      importPath: 'example.com/client',
      file: {
        packageName: 'client',
        displayPath: 'models/client.go',
        isExternal: true,
        imports: [{ path: 'net/http', name: undefined }],
      },
    });
  });

  test.each([
    'package client /* import "example.com/client" */',
    'package client; // import `example.com/client`',
  ])('takes every form of the comment that Go takes: %s', (clause) => {
    expect(load(`${clause}\n`)).toMatchObject({ importPath: 'example.com/client' });
  });

  test.each([
    'package client',
    'package client // the client',
    'package client // import example.com/client',
    'package client\n// import "example.com/client"',
    '// import "example.com/client"\npackage client',
    '',
  ])('refuses %j, which does not say what package it is', (content) => {
    const model = load(`${content}\n`);
    expect(model).toHaveProperty('errors');
    expect('errors' in model && model.errors[0]).toMatch(
      /^models\/client\.go:\d: .*package client \/\/ import "example\.com\/client"/,
    );
  });

  test('names file, line and cause of every effect that cannot be read', () => {
    const source = [
      CLAUSE,
      'import "net/http"',
      '',
      'func Drain(resp *http.Response) // reads resp to EOF; clsoes resp',
      '',
      'func Close(resp *http.Response) // closes response',
    ].join('\n');
    expect(load(source)).toEqual({
      errors: [
        'models/client.go:5: "clsoes resp" is not an effect',
        'models/client.go:7: "response" is no parameter of this declaration',
      ],
    });
  });

  test('tells what is no Go source, and what is not there', () => {
    expect(load(Buffer.from([0xff, 0xfe, 0x41]))).toEqual({
      errors: ['models/client.go: is encoded as UTF-16, but Go source is UTF-8'],
    });
    expect(loadUserModel('/nowhere/client.go', '/nowhere')).toEqual({
      errors: ['client.go: no such file or directory'],
    });
  });
});

describe('checkEffects', () => {
  test.each([
    'func (c *Client) Close() // closes c',
    'func F(a, b io.Reader) // reads a to EOF; reads b partly',
    'func F(f func(interface{ M() }) struct{ N int }) // calls f',
    'func F(\n\tbody io.Reader,\n) error // closes body on error',
    'func F(resp *http.Response, err error) bool // closes resp if err is not nil',
    'type Doer interface {\n\tDo(r *http.Request) (*http.Response, error) // obtains response\n\tClose() // closes receiver\n}',
    'type T struct {\n\tName string // what it is called\n}',
    'const Limit = 3 // a comment of any kind',
    '// A comment of any kind.\nfunc F()',
  ])('takes %j', (source) => {
    expect(checkEffects(source)).toEqual([]);
  });

  test.each([
    ['func F() {', /has a body/],
    ['func F() {}', /has a body/],
    ['func F(v interface{}) { // closes v', /has a body/],
    ['func F(v any) // closes receiver', /"receiver" is no parameter/],
    ['func F(v any) // closes v if done', /"done" is no parameter/],
    ['type T interface {\n\tF(v any) // closes w\n}', /"w" is no parameter/],
    ['func F(\n\tv any,\n) // closes w', /"w" is no parameter/],
  ])('refuses %j', (source, message) => {
    const errors = checkEffects(source);
    expect(errors.map((error) => error.message).join()).toMatch(message);
  });
});
