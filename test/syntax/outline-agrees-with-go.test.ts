import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { outlineFromTree } from '../../src/syntax/outline-from-tree.ts';
import { outline } from '../../src/syntax/outline.ts';
import { loadParser } from '../../src/syntax/parser.ts';
import { goInstalled } from '../support/go.ts';
import { downloadModule } from '../support/module-cache.ts';
import { describeByGo, describeOutline, type DescribedFile } from './support/go-declarations.ts';

const TIMEOUT = 600_000;

/** The files, at most ten, whose outline differs from what go/parser finds, or of which it is unsure. */
function differences(files: readonly DescribedFile[]): unknown[] {
  const different: unknown[] = [];
  for (const { path, text, lines } of files) {
    const scanned = outline(text);
    const described = describeOutline(scanned);
    if (scanned.unsure || described.join('\n') !== lines.join('\n')) {
      const line = lines.find((expected, index) => described[index] !== expected);
      different.push({ path, unsure: scanned.unsure, expected: line });
    }
  }
  return different.slice(0, 10);
}

describe.skipIf(!goInstalled)('the outline agrees with go/parser', () => {
  test(
    'on the standard library',
    () => {
      const root = spawnSync('go', ['env', 'GOROOT'], { encoding: 'utf8' }).stdout.trim();
      const files = describeByGo(join(root, 'src'));
      expect(files.length).toBeGreaterThan(5000);
      expect(differences(files)).toEqual([]);
    },
    TIMEOUT,
  );

  test.each([
    ['k8s.io/client-go', 'v0.37.2'],
    ['github.com/caddyserver/caddy/v2', 'v2.11.9'],
  ])(
    'on %s %s, and so does the outline taken from whole trees',
    async (module, version) => {
      const files = describeByGo(downloadModule(module, version));
      expect(files.length).toBeGreaterThan(200);
      expect(differences(files)).toEqual([]);
      const parser = await loadParser();
      for (const { path, text, lines } of files.filter((_, index) => index % 8 === 0)) {
        expect(describeOutline(outlineFromTree(parser.parse(text))), path).toEqual(lines);
      }
    },
    TIMEOUT,
  );
});

if (!goInstalled) process.emitWarning('Go is not installed: the outline is not compared with go/parser');
