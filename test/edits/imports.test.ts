import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { importEdits } from '../../src/edits/imports.ts';
import { applyEdits } from '../../src/text/edit.ts';
import { goInstalled, runGofmt } from '../support/go.ts';
import { goFile } from '../support/project.ts';

/** A file once packages are imported, each `path` or `name path`. */
function withImports(source: string, ...added: string[]): string {
  const file = goFile('a.go', source);
  const needed = added.map((one) => {
    const [first = '', second] = one.split(' ');
    const path = second ?? first;
    return { file, path, name: second === undefined ? path.slice(path.lastIndexOf('/') + 1) : first };
  });
  const edits = importEdits(file, needed);
  if (edits === undefined) throw new Error('refused');
  return applyEdits(source, edits);
}

const group = (...lines: string[]): string =>
  `import (\n${lines.map((line) => (line === '' ? '\n' : `\t${line}\n`)).join('')})`;
const file = (imports: string): string => `package p\n\n${imports}\n\nvar x = 1\n`;

/** Each: what it shows, the imports before, what is added, the imports after. */
const CASES: readonly (readonly [string, string, readonly string[], string])[] = [
  ['sorts into a group', group('"fmt"', '"net/http"'), ['io'], group('"fmt"', '"io"', '"net/http"')],
  ['puts the first path first', group('"net/http"'), ['io'], group('"io"', '"net/http"')],
  ['puts the last path last', group('"fmt"'), ['time'], group('"fmt"', '"time"')],
  [
    'adds several at once',
    group('"fmt"', '"net/http"'),
    ['time', 'io/ioutil', 'io'],
    group('"fmt"', '"io"', '"io/ioutil"', '"net/http"', '"time"'),
  ],
  [
    'finds the paragraph of the standard library',
    group('"example.com/a"', '', '"fmt"', '', '"example.com/b"'),
    ['io'],
    group('"example.com/a"', '', '"fmt"', '"io"', '', '"example.com/b"'),
  ],
  [
    'finds the paragraph with the most similar paths',
    group('"fmt"', '', '"example.com/a"', '', '"example.org/b/c"'),
    ['example.org/b/d'],
    group('"fmt"', '', '"example.com/a"', '', '"example.org/b/c"', '"example.org/b/d"'),
  ],
  [
    'makes a paragraph for the standard library',
    group('"example.com/a"'),
    ['io', 'fmt'],
    group('"fmt"', '"io"', '', '"example.com/a"'),
  ],
  [
    'makes a paragraph for what is not the standard library',
    group('"fmt"'),
    ['example.com/a'],
    group('"fmt"', '', '"example.com/a"'),
  ],
  [
    'keeps a comment with the import below it',
    group('// Registers handlers.', '_ "net/http/pprof"'),
    ['io'],
    group('"io"', '// Registers handlers.', '_ "net/http/pprof"'),
  ],
  [
    'keeps a comment at the end of a line',
    group('"fmt" // prints', '"net/http"'),
    ['io'],
    group('"fmt" // prints', '"io"', '"net/http"'),
  ],
  [
    'aligns comments that are parted',
    group('"fmt"      // prints', '"net/http" // calls'),
    ['io'],
    group('"fmt" // prints', '"io"', '"net/http" // calls'),
  ],
  [
    'takes no notice of aliases, dots and blanks when it sorts',
    group('. "bytes"', 'f "fmt"', '_ "net/http"'),
    ['io'],
    group('. "bytes"', 'f "fmt"', '"io"', '_ "net/http"'),
  ],
  ['makes a group of a single import', 'import "net/http"', ['io'], group('"io"', '"net/http"')],
  [
    'keeps comments of a single import',
    '// Why.\nimport "fmt" // What.',
    ['io'],
    `// Why.\n${group('"fmt" // What.', '"io"')}`,
  ],
  [
    'makes a group of a single import that is not of the standard library',
    'import "example.com/a"',
    ['io', 'example.com/b'],
    group('"io"', '', '"example.com/a"', '"example.com/b"'),
  ],
  [
    'leaves import "C" and its comment alone',
    '// #include <errno.h>\nimport "C"\n\nimport "fmt"',
    ['io'],
    `// #include <errno.h>\nimport "C"\n\n${group('"fmt"', '"io"')}`,
  ],
  [
    'adds a declaration to import "C"',
    '/*\nint f();\n*/\nimport "C"',
    ['io'],
    '/*\nint f();\n*/\nimport "C"\n\nimport "io"',
  ],
  [
    'adds a declaration to single ones',
    'import "fmt"\nimport "net/http"',
    ['io'],
    'import "fmt"\nimport "io"\nimport "net/http"',
  ],
  [
    'prefers a group to a single declaration',
    `import "fmt"\n${group('"net/http"')}`,
    ['io'],
    `import "fmt"\n${group('"io"', '"net/http"')}`,
  ],
  ['fills an empty group', 'import ()', ['io'], group('"io"')],
  ['gives a name that the path does not have', group('"fmt"'), ['stdio io'], group('"fmt"', 'stdio "io"')],
  [
    'adds a second name for a package that is imported blank',
    group('_ "net/http"'),
    ['net/http'],
    group('"net/http"', '_ "net/http"'),
  ],
  ['adds nothing that is there', group('"fmt"', '"io"'), ['io'], group('"fmt"', '"io"')],
  [
    'adds nothing that is there by another name',
    group('h "net/http"'),
    ['h net/http'],
    group('h "net/http"'),
  ],
];

describe('importEdits', () => {
  test.each(CASES)('%s', (_, before, added, after) => {
    expect(withImports(file(before), ...added)).toBe(file(after));
  });

  test.each([
    ['a file without imports', 'package p\n\nvar x = 1\n', 'package p\n\nimport "io"\n\nvar x = 1\n'],
    ['a bare package clause', 'package p', 'package p\n\nimport "io"'],
    [
      'an import comment',
      'package p // import "example.com/p"\n',
      'package p // import "example.com/p"\n\nimport "io"\n',
    ],
    [
      'a build constraint, a licence and a package comment',
      '// Licence.\n\n//go:build linux\n\n// Package p is.\npackage p\n\n// X.\nvar X = 1\n',
      '// Licence.\n\n//go:build linux\n\n// Package p is.\npackage p\n\nimport "io"\n\n// X.\nvar X = 1\n',
    ],
    [
      'declarations on the line of the package clause',
      'package p; var x = 1\n',
      'package p\n\nimport "io"; var x = 1\n',
    ],
    ['a group on one line', 'package p\nimport ("fmt"; "os")\n', 'package p\nimport ("fmt"; "io"; "os")\n'],
    ['a group on one line, before all', 'package p\nimport ("os")\n', 'package p\nimport ("io"; "os")\n'],
    ['an import over two lines', 'package p\nimport\n"fmt"\n', 'package p\nimport\n"fmt"\nimport "io"\n'],
    [
      'what is not ASCII',
      '// é😀\npackage p\n\nimport "fmt" // é\n',
      '// é😀\npackage p\n\nimport (\n\t"fmt" // é\n\t"io"\n)\n',
    ],
    [
      'a byte order mark',
      '\uFEFFpackage p\n\nimport "fmt"\n',
      '\uFEFFpackage p\n\nimport (\n\t"fmt"\n\t"io"\n)\n',
    ],
    [
      'a group with a comment only',
      'package p\n\nimport (\n\t// None yet.\n)\n',
      'package p\n\nimport (\n\t"io"\n\t// None yet.\n)\n',
    ],
  ])('%s', (_, before, after) => {
    expect(withImports(before, 'io')).toBe(after);
  });

  test('the line breaks of a file with CRLF are left alone', () => {
    const before = file(group('"fmt"', '"os" // é')).replaceAll('\n', '\r\n');
    expect(withImports(before, 'io', 'time').replaceAll(/(?<!\r)\n/g, '\r\n')).toBe(
      file(group('"fmt"', '"io"', '"os" // é', '"time"')).replaceAll('\n', '\r\n'),
    );
  });

  test.each(['package p\n\nimport (\n\t"fmt"\n', 'package p\n\nimport fmt\n', 'var x = 1\n'])(
    'refuses what it cannot read: %j',
    (source) => {
      expect(() => withImports(source, 'io')).toThrow('refused');
    },
  );
});

/** A line of an import group: a path, perhaps named, perhaps with a comment behind it, or a blank or comment line. */
const line = fc.oneof(
  { weight: 1, arbitrary: fc.constantFrom('', '// Comment.') },
  {
    weight: 6,
    arbitrary: fc
      .tuple(
        fc.constantFrom('', '', '', '_ ', 'alias '),
        fc.constantFrom('fmt', 'bytes', 'net/http', 'os', 'strings', 'example.com/a', 'example.org/b/c'),
        fc.constantFrom('', '', ' // é', ' // Longer.'),
      )
      .map(([name, path, comment]) => `${name}"${path}"${comment}`),
  },
);
const added = fc.subarray(['io', 'io/ioutil', 'time', 'context', 'example.com/z', 'stdlog log']);

describe.runIf(goInstalled)('gofmt', () => {
  test('leaves imports as they are that were added to what it had formatted', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'go-pool-audit-'));
    try {
      const samples = fc.sample(fc.tuple(fc.array(line, { maxLength: 8 }), added), { numRuns: 300, seed: 7 });
      for (const [index, [lines]] of samples.entries()) {
        writeFileSync(join(directory, `${index}.go`), file(group(...lines)));
      }
      // Comments of imports that it sorts, gofmt aligns at the second time only.
      await runGofmt(['-w', '.'], directory);
      expect(await runGofmt(['-w', '.'], directory)).toMatchObject({ status: 0 });
      for (const [index, [, paths]] of samples.entries()) {
        const path = join(directory, `${index}.go`);
        const formatted = readFileSync(path, 'utf8');
        const result = withImports(formatted, ...paths);
        const imports = goFile('a.go', result).imports.map((spec) => spec.path);
        const expected = [
          ...goFile('a.go', formatted).imports.map((spec) => spec.path),
          ...paths.map((one) => one.split(' ').at(-1)!),
        ];
        expect(imports.toSorted()).toEqual(expected.toSorted());
        writeFileSync(path, result);
      }
      for (const [index, [, before, paths, after]] of CASES.entries()) {
        expect(paths.length).toBeGreaterThan(0);
        writeFileSync(join(directory, `case-${index}-before.go`), file(before));
        writeFileSync(join(directory, `case-${index}.go`), file(after));
      }
      expect(await runGofmt(['-d', '.'], directory)).toEqual({ status: 0, stdout: '', stderr: '' });
    } finally {
      rmSync(directory, { recursive: true });
    }
  });
});
