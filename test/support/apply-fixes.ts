import type { Fix, NeededImport, SourceEdit } from '../../src/edits/fix.ts';
import type { SourceFile } from '../../src/project/source-file.ts';

/** The texts of the files that fixes change. Equal edits count once; fixes that overlap with others are an error. */
export function applyFixes(fixes: readonly Fix[]): Map<SourceFile, string> {
  const edits = distinct(fixes.flatMap((fix) => fix.edits));
  const imports = fixes.flatMap((fix) => fix.imports);
  const files = new Set(edits.map(({ file }) => file));
  return new Map(
    [...files].map((file) => {
      const text = applied(
        file.text,
        edits.filter((edit) => edit.file === file),
      );
      return [file, withImports(text, file, imports)];
    }),
  );
}

function distinct(edits: readonly SourceEdit[]): SourceEdit[] {
  const key = ({ file, start, end, text }: SourceEdit) => `${file.path} ${start} ${end} ${text}`;
  return [...new Map(edits.map((edit) => [key(edit), edit])).values()];
}

function applied(text: string, edits: readonly SourceEdit[]): string {
  let result = '';
  let at = 0;
  for (const edit of edits.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    if (edit.start < at) throw new Error(`edits overlap at ${edit.start} of ${edit.file.displayPath}`);
    result += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return result + text.slice(at);
}

/** Puts missing imports into the first group of the import declaration, in order: enough for the files of tests. */
function withImports(text: string, file: SourceFile, imports: readonly NeededImport[]): string {
  const missing = imports.filter(
    (each) => each.file === file && !file.imports.some(({ path }) => path === each.path),
  );
  const paths = [...new Set(missing.map(({ path }) => path))];
  return paths.reduce((result, path) => {
    const single = /^import ("[^"]+")$/m.exec(result);
    if (single)
      return result.replace(single[0], `import (\n${sortedLines([single[1] ?? '', `"${path}"`])}\n)`);
    return result.replace(/^import \(\n([^\n)]*\n)+/m, (group) => {
      const [first, ...lines] = group.trimEnd().split('\n');
      return `${first}\n${sortedLines([...lines.map((line) => line.trim()), `"${path}"`])}\n`;
    });
  }, text);
}

function sortedLines(specs: readonly string[]): string {
  return specs
    .toSorted()
    .map((spec) => `\t${spec}`)
    .join('\n');
}
