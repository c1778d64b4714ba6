import { describe, expect, test } from 'vitest';
import { importNameFor } from '../../src/edits/import-name.ts';
import { workbench } from '../support/workbench.ts';

/** The name for package io in a function `use` of a file, or why there is none. `other` is a second file. */
async function nameIn(source: string, path = 'io', other = 'package p\n'): Promise<string> {
  const { program } = await workbench({ 'a.go': source, 'b.go': other });
  const owner = program.package('example.com/x')!;
  const file = owner.files[0]!;
  const offset = file.text.indexOf('here');
  const found = importNameFor({ package: owner, file, offset: offset < 0 ? undefined : offset }, path);
  return 'refused' in found ? found.refused : found.needed.name;
}

const use = (body: string, imports = ''): string => `package p\n\n${imports}\n\nfunc use() {\n\t${body}\n}\n`;

describe('importNameFor', () => {
  test.each([
    ['the own name of a package that is to be added', use('here()'), 'io'],
    ['the own name of one that is imported', use('here()', 'import "io"'), 'io'],
    ['an alias', use('here()', 'import stdio "io"'), 'stdio'],
    ['not a blank import', use('here()', 'import _ "io"'), 'io'],
    ['not a dot import', use('here()', 'import . "io"'), 'io'],
    ['uses before a dot say nothing', use('here(io.EOF); var r io.Reader', 'import "io"'), 'io'],
    ['a parameter elsewhere says nothing', `${use('here()')}\nfunc g(io int) {}\n`, 'io'],
    ['a local variable', use('io := 1; here(io)'), 'io means something else there'],
    ['a parameter of a closure', use('func(io int) { here() }(1)'), 'io means something else there'],
    ['a local type', use('type io struct{}; here()'), 'io means something else there'],
    [
      'a second import where the first is shadowed',
      use('io := 1; here(io)', 'import (\n"io"\nstdio "io"\n)'),
      'stdio',
    ],
    ['another package of this name', use('here()', 'import "example.com/io"'), 'io is another package there'],
    ['another alias of this name', use('here()', 'import io "fmt"'), 'io is another package there'],
    ['a name of the package', `${use('here()')}\nfunc io() {}\n`, 'io is declared in the package'],
  ])('%s', async (_, source, expected) => {
    expect(await nameIn(source)).toBe(expected);
  });

  test('a name that another file of the package declares is taken', async () => {
    expect(await nameIn(use('here()'), 'io', 'package p\n\nvar io = 1\n')).toBe(
      'io is declared in the package',
    );
  });

  test('at package level no function matters', async () => {
    expect(await nameIn('package p\n\nfunc f(io int) {}\n')).toBe('io');
  });

  test('the last element of the path that is no version', async () => {
    expect(await nameIn(use('here()'), 'example.com/go-thing/v2')).not.toContain('refused');
    expect(await nameIn(use('here()'), 'net/http')).toBe('http');
  });
});
