import { describe, expect, test } from 'vitest';
import * as fc from 'fast-check';
import { lineHashes } from '../../src/text/line-hash.ts';
import { referenceLineHashes } from '../support/line-hash.ts';

const withoutCounter = (hash: string): string => hash.replace(/:\d+$/, '');
const line = fc.string({
  unit: fc.constantFrom('a', 'b', '{', ' ', '\t', 'é', '😀', '\uFFFF'),
  maxLength: 130,
});
const lines = fc.array(line, { maxLength: 12 });

describe('lineHashes', () => {
  test('the published vector', () => {
    expect(lineHashes('package main\n\nfunc main() {\n\tresp, err := http.Get(u)\n}\n')).toEqual([
      'c0329b8d380d951a:1',
      '4611650c7f7bd387:1',
      '286374c86dc50019:1',
      '90608499c38f1fde:1',
      '32dce9ccfdbc9d3e:1',
      'c129715d7a2bc9a3:1',
    ]);
  });

  test('equal lines far apart are counted', () => {
    const block = `x := 1\n${'y'.repeat(100)}\n`;
    const hashes = lineHashes(block.repeat(3));
    expect(hashes[2]).toBe(hashes[0]?.replace(':1', ':2'));
    expect(hashes[4]).toBe(hashes[0]?.replace(':1', ':3'));
  });

  test('agrees with the definition', () => {
    fc.assert(
      fc.property(lines, (parts) => {
        expect(lineHashes(parts.join('\n'))).toEqual(referenceLineHashes(parts.join('\n')));
      }),
    );
  });

  test('has one hash for each line', () => {
    fc.assert(
      fc.property(lines, (parts) => lineHashes(parts.join('\n')).length === Math.max(1, parts.length)),
    );
  });

  test('the kind of line break does not matter', () => {
    fc.assert(
      fc.property(lines, fc.constantFrom('\r\n', '\r'), (parts, lineBreak) => {
        expect(lineHashes(parts.join(lineBreak))).toEqual(lineHashes(parts.join('\n')));
      }),
    );
  });

  test('blanks do not matter', () => {
    fc.assert(
      fc.property(lines, fc.constantFrom(' ', '\t', '  \t'), (parts, blank) => {
        const spread = parts.map((part) => blank + [...part].join(blank) + blank).join('\n');
        expect(lineHashes(spread)).toEqual(lineHashes(parts.join('\n')));
      }),
    );
  });

  test('an edit above changes nothing but the counters', () => {
    fc.assert(
      fc.property(lines, lines, (above, below) => {
        const text = below.join('\n');
        const edited = lineHashes([...above, text].join('\n')).slice(above.length);
        expect(edited.map(withoutCounter)).toEqual(lineHashes(text).map(withoutCounter));
      }),
    );
  });

  test('a change of the line changes its hash', () => {
    fc.assert(
      fc.property(line, line, (before, after) => {
        fc.pre(
          before.replaceAll(/[ \t]/g, '') !== after.replaceAll(/[ \t]/g, '') &&
            before.length + after.length < 90,
        );
        expect(lineHashes(before)[0]).not.toBe(lineHashes(after)[0]);
      }),
    );
  });
});
