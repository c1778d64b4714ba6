import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LineIndex } from '../../src/text/lines.ts';
import { goInstalled, runGo } from '../support/go.ts';

const text = fc.string({
  unit: fc.constantFrom('a', '\t', '\r', '\n', '\r\n', 'é', '漢', '😀', '\uFEFF'),
  maxLength: 40,
});

describe('LineIndex', () => {
  test('knows lines with both kinds of line break', () => {
    const lines = new LineIndex('one\r\ntwo\n\n\rfour');
    expect(lines.lineCount).toBe(4);
    expect([1, 2, 3, 4].map((line) => lines.lineText(line))).toEqual(['one', 'two', '', '\rfour']);
    expect(lines.position(3)).toEqual({ line: 1, column: 4 });
    expect(lines.position(5)).toEqual({ line: 2, column: 1 });
  });

  test('an empty text is one empty line', () => {
    const lines = new LineIndex('');
    expect(lines.lineCount).toBe(1);
    expect(lines.position(0)).toEqual({ line: 1, column: 1 });
    expect(lines.lineText(1)).toBe('');
  });

  test('a byte order mark counts in byte columns only', () => {
    const lines = new LineIndex('\uFEFFpackage p\nvar x');
    expect(lines.position(1)).toEqual({ line: 1, column: 1 });
    expect(lines.byteColumn(1)).toBe(4);
    expect(lines.lineText(1)).toBe('package p');
    expect(lines.byteColumn(11)).toBe(1);
  });

  test('takes offsets and lines out of range for the nearest', () => {
    const lines = new LineIndex('ab\ncd');
    expect(lines.position(99)).toEqual({ line: 2, column: 3 });
    expect(lines.position(-5)).toEqual({ line: 1, column: 1 });
    expect(lines.lineText(0)).toBe('ab');
    expect(lines.lineText(99)).toBe('cd');
  });

  test('cuts a span to its first line', () => {
    const lines = new LineIndex('f(\r\n\t1)\n');
    expect(lines.endOnLine(0, 7)).toBe(2);
    expect(lines.endOnLine(4, 6)).toBe(6);
    expect(lines.endOnLine(3, 6)).toBe(3);
  });

  test('lines and columns lead back to the offset', () => {
    fc.assert(
      fc.property(text, fc.nat({ max: 60 }), (content, seed) => {
        const lines = new LineIndex(content);
        const first = content.startsWith('\uFEFF') ? 1 : 0;
        const offset = Math.max(first, seed % (content.length + 1));
        const { line, column } = lines.position(offset);
        expect(lines.lineStart(line) + column - 1).toBe(offset);
      }),
    );
  });

  test('lines joined with their breaks are the text', () => {
    fc.assert(
      fc.property(text, (content) => {
        const lines = new LineIndex(content);
        const parts = Array.from({ length: lines.lineCount }, (_, index) => {
          const next = index + 2 > lines.lineCount ? content.length : lines.lineStart(index + 2);
          const lineBreak = content.slice(lines.lineEnd(index + 1), next);
          expect(['', '\n', '\r\n']).toContain(lineBreak);
          return lines.lineText(index + 1) + lineBreak;
        });
        expect(parts.join('')).toBe(content.replace(/^\uFEFF/, ''));
      }),
    );
  });
});

/** Prints line and column of byte offsets as go/token does, which go vet and gofmt use. */
const POSITIONS = `package main

import (
	"fmt"
	"go/parser"
	"go/token"
	"os"
	"strconv"
)

func main() {
	source, _ := os.ReadFile(os.Args[1])
	files := token.NewFileSet()
	tree, err := parser.ParseFile(files, "a.go", source, 0)
	if err != nil {
		panic(err)
	}
	file := files.File(tree.Package)
	for _, argument := range os.Args[2:] {
		offset, _ := strconv.Atoi(argument)
		position := file.Position(file.Pos(offset))
		fmt.Printf("%d:%d\\n", position.Line, position.Column)
	}
}
`;

describe.skipIf(!goInstalled)('beside Go', () => {
  test.each([
    ['line feeds', 'package p\n\n// é漢😀\nvar a, b = "é😀", f(1)\n\tvar c int'],
    ['carriage returns', 'package p\r\n\r\nvar a = "漢"; var b int\r\n// a\rb\r\n'],
    ['a byte order mark', '\uFEFFpackage p; var a = "é"\n\nvar b int\n'],
  ])('columns with %s', async (_, content) => {
    const directory = mkdtempSync(join(tmpdir(), 'positions-'));
    try {
      writeFileSync(join(directory, 'main.go'), POSITIONS);
      writeFileSync(join(directory, 'source.txt'), content);
      const first = content.startsWith('\uFEFF') ? 1 : 0;
      const offsets = Array.from({ length: content.length - first }, (__, index) => index + first).filter(
        (offset) => !/[\uDC00-\uDFFF]/.test(content[offset] ?? ''),
      );
      const byteOffsets = offsets.map((offset) => String(Buffer.byteLength(content.slice(0, offset))));
      const result = await runGo(['run', 'main.go', 'source.txt', ...byteOffsets], directory);
      const lines = new LineIndex(content);
      const ours = offsets.map((offset) => `${lines.lineAt(offset)}:${lines.byteColumn(offset)}`);
      expect(result.stderr).toBe('');
      expect(ours).toEqual(result.stdout.trimEnd().split('\n'));
    } finally {
      rmSync(directory, { recursive: true, force: true });
    }
  });
});
