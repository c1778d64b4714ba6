import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { printFile, UnprintableFile } from '../../src/ir/print-file.ts';

let folder = '';
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'print-'))));
afterAll(() => rmSync(folder, { recursive: true }));

function write(name: string, source: string): string {
  const path = join(folder, name);
  writeFileSync(path, source);
  return path;
}

describe('printFile', () => {
  test('prints functions, methods and variables in source order, with the names of their package', async () => {
    write('go.mod', 'module example.com/m\n');
    write('other.go', 'package m\n\nfunc other() int { return 1 }\n');
    const path = write(
      'file.go',
      'package m\n\nimport "net/http"\n\ntype t struct{}\n\nfunc (t) get() { http.Get("u") }\n\nvar a, b = 1, other()\n',
    );
    expect(await printFile(path)).toBe(
      [
        'func (t0) t.get() -> ()',
        'b0:',
        '  t2 = "u"',
        '  call net/http.Get(t2)',
        '  return',
        '',
        'var a.0, b.1',
        'b0:',
        '  t2 = 1',
        '  t3 = call example.com/m.other()',
        '  a.0 = t2',
        '  b.1 = t3',
        '  return',
        '',
      ].join('\n'),
    );
  });

  test('prints nothing for a file without code, and the rest of a file with a syntax error', async () => {
    expect(await printFile(write('empty.go', ''))).toBe('');
    const text = await printFile(
      write('broken.go', 'package m\n\nfunc a() {}\n\nfunc b( {\n\nfunc c() {}\n'),
    );
    expect(text).toContain('func a() -> ()');
    expect(text).toContain('func c() -> ()');
  });

  test.each(['missing.go', 'notes.txt'])('names the file when it cannot be printed: %s', async (name) => {
    if (name === 'notes.txt') write(name, 'package m\n');
    const printing = printFile(join(folder, name));
    await expect(printing).rejects.toThrow(UnprintableFile);
    await expect(printing).rejects.toThrow(name);
  });
});
