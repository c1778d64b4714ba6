import { relative, sep } from 'node:path';
import { structuredPatch } from 'diff';

/** A file and what it would become. */
export interface PatchedFile {
  /** Absolute. */
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

const CONTEXT_LINES = 3;

/** A unified patch of several files that `git apply` takes in the root directory, which is absolute. */
export function formatPatch(files: readonly PatchedFile[], root: string): string {
  return files.map((file) => formatFile(file, relative(root, file.path).split(sep).join('/'))).join('');
}

function formatFile({ before, after }: PatchedFile, name: string): string {
  const { hunks } = structuredPatch('', '', before, after, '', '', { context: CONTEXT_LINES });
  const [from, to] = [quoted(`a/${name}`), quoted(`b/${name}`)];
  // As git has it, a tab ends a name that holds a space.
  const end = name.includes(' ') ? '\t' : '';
  const lines = [`diff --git ${from} ${to}`, `--- ${from}${end}`, `+++ ${to}${end}`];
  for (const { oldStart, oldLines, newStart, newLines, lines: content } of hunks) {
    lines.push(`@@ -${span(oldStart, oldLines)} +${span(newStart, newLines)} @@`, ...content);
  }
  return `${lines.join('\n')}\n`;
}

function span(start: number, count: number): string {
  return count === 1 ? String(start) : `${start},${count}`;
}

/** A name as git quotes it when it holds characters that would end it. */
function quoted(name: string): string {
  if (!/["\\\p{Cc}]/u.test(name)) return name;
  const escaped = name
    .replaceAll(/["\\]/g, String.raw`\$&`)
    .replaceAll(/\p{Cc}/gu, (control) =>
      Array.from(Buffer.from(control), (byte) => `\\${byte.toString(8).padStart(3, '0')}`).join(''),
    );
  return `"${escaped}"`;
}
