import type { SourceFile } from '../project/source-file.ts';
import type { Declaration } from '../resolve/declaration.ts';
import type { Package, Program } from '../resolve/package.ts';

/**
 * Finds the functions and methods of dependencies whose results hold a response, by how their heads are written.
 * Only packages that import net/http and name its response are outlined.
 */
export class DependencyResponses {
  private readonly program: Program;
  private readonly found = new Map<string, readonly Declaration[]>();

  constructor(program: Program) {
    this.program = program;
  }

  /** Those of the package of an import path; none when it is no dependency. */
  of(path: string): readonly Declaration[] {
    let declarations = this.found.get(path);
    if (!declarations) {
      const owner = this.program.package(path);
      declarations = owner?.isDependency ? owner.files.flatMap((file) => yielding(owner, file)) : [];
      this.found.set(path, declarations);
    }
    return declarations;
  }
}

/** The paths that the files of these declarations import, each once. */
export function importedBy(declarations: readonly Declaration[]): ReadonlySet<string> {
  const files = new Set(declarations.map(({ file }) => file));
  return new Set([...files].flatMap((file) => file.imports.map(({ path }) => path)));
}

/** A head is no longer than this, in UTF-16 units. */
const HEAD_LIMIT = 2000;

function yielding(owner: Package, file: SourceFile): readonly Declaration[] {
  if (!file.bytes.includes('.Response')) return [];
  const imported = file.imports.find(({ path }) => path === 'net/http');
  if (!imported) return [];
  const response = new RegExp(
    String.raw`\)\s*\(?[^()]*\*${imported.name ?? 'http'}\.Response\b[^()]*\)?\s*$`,
  );
  return owner.declarationsOf(file).filter(({ kind, start, end }) => {
    if (kind !== 'function' && kind !== 'method') return false;
    return response.test(headOf(file.text.slice(start, Math.min(end, start + HEAD_LIMIT))));
  });
}

/** What stands before the body. */
function headOf(text: string): string {
  return text
    .replaceAll(/\b(?:interface|struct)\s*\{[^{}]*\}/g, 'any')
    .split('{', 1)
    .join('');
}
