import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Outline } from '../../../src/syntax/outline.ts';

const PROGRAM = fileURLToPath(new URL('declarations.go', import.meta.url));

/** The top level of one Go file: its text and a line for each thing declared, with UTF-16 offsets. */
export interface DescribedFile {
  readonly path: string;
  readonly text: string;
  readonly lines: readonly string[];
}

/** What go/parser finds in the files below a directory; files with syntax errors and testdata are left out. */
export function describeByGo(directory: string): DescribedFile[] {
  const run = spawnSync('go', ['run', PROGRAM, directory], {
    encoding: 'utf8',
    maxBuffer: 1 << 30,
    env: { ...process.env, GOWORK: 'off', GOFLAGS: '' },
  });
  if (run.status !== 0) throw new Error(`go run ${PROGRAM}: ${run.error?.message ?? run.stderr}`);
  return run.stdout
    .split(/^(?=file\t|broken\t)/m)
    .filter((part) => part.startsWith('file\t'))
    .map((part) => {
      const [first, ...lines] = part.trimEnd().split('\n');
      const path = first!.slice('file\t'.length);
      const bytes = readFileSync(path);
      const text = bytes.toString('utf8');
      const isAscii = text.length === bytes.length;
      return { path, text, lines: isAscii ? lines : lines.map((line) => withUtf16Offsets(line, bytes)) };
    });
}

/** An outline in the form of the lines of `DescribedFile`. */
export function describeOutline(outline: Outline): string[] {
  const spans = [
    ...outline.imports.map((span) => ({ kind: 'import', name: '', receiver: '', ...span })),
    ...outline.declarations,
  ].toSorted((a, b) => a.start - b.start);
  return [
    `package\t${outline.packageName}`,
    ...spans.map(({ kind, name, receiver, start, end }) => [kind, name, receiver, start, end].join('\t')),
  ];
}

function withUtf16Offsets(line: string, bytes: Buffer): string {
  return line.replace(/\t(\d+)\t(\d+)$/, (_, start: string, end: string) =>
    [start, end].map((offset) => `\t${bytes.toString('utf8', 0, Number(offset)).length}`).join(''),
  );
}
