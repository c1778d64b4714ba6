import type { SourceFile } from '../project/source-file.ts';
import type { Declaration } from '../resolve/declaration.ts';
import { indexAround } from '../resolve/declaration.ts';
import { filesImporting } from '../resolve/importing-files.ts';
import type { Package, Program } from '../resolve/package.ts';

/** Whether a name is looked for as it is, behind a dot, or either way. */
export type Where = 'plain' | 'selected' | 'anywhere';

const BEFORE: Readonly<Record<Where, string>> = {
  plain: String.raw`(?<![\w.])`,
  selected: String.raw`\.`,
  anywhere: String.raw`(?<!\w)`,
};

/** Finds declarations by what stands in their text; files in which the bytes do not occur are not decoded. */
export class Mentions {
  private readonly program: Program;
  private readonly found = new Map<Package, Map<string, readonly Declaration[]>>();
  private readonly declaring = new Map<Package, Map<string, boolean>>();
  private readonly importing = new Map<string, readonly Package[]>();

  constructor(program: Program) {
    this.program = program;
  }

  /** The declarations of a package, outside of tests, in whose text a name stands as a word. */
  of(owner: Package, name: string, where: Where = 'anywhere'): readonly Declaration[] {
    let names = this.found.get(owner);
    if (!names) this.found.set(owner, (names = new Map()));
    const key = `${where} ${name}`;
    let declarations = names.get(key);
    if (!declarations) {
      const text = Buffer.from(where === 'selected' ? `.${name}` : name);
      const word = new RegExp(`${BEFORE[where]}${name}(?!\\w)`, 'g');
      declarations = owner.files
        .filter((file) => !file.isTest && file.bytes.includes(text))
        .flatMap((file) => declarationsMatching(owner, file, word));
      names.set(key, declarations);
    }
    return declarations;
  }

  /** Whether a package may declare an interface with a method of this name, as gofmt lays it out. */
  declaresMethod(owner: Package, name: string): boolean {
    let names = this.declaring.get(owner);
    if (!names) this.declaring.set(owner, (names = new Map()));
    let declares = names.get(name);
    if (declares === undefined) {
      const line = Buffer.from(`\t${name}(`);
      declares = owner.files.some((file) => !file.isTest && file.bytes.includes(line));
      names.set(name, declares);
    }
    return declares;
  }

  /** The packages to audit that import a path. */
  importers(path: string): readonly Package[] {
    let importers = this.importing.get(path);
    if (!importers) {
      const files = filesImporting(this.program, path).filter(({ file }) => !file.isTest);
      importers = [...new Set(files.map(({ owner }) => owner))];
      this.importing.set(path, importers);
    }
    return importers;
  }

  /** The packages of the modules at hand that a package imports. */
  imported(owner: Package): readonly Package[] {
    const known = new Set<Package>();
    for (const file of owner.files) {
      for (const { path } of file.isTest ? [] : file.imports) {
        const found = this.program.packageAtHand(path);
        if (found && found !== owner) known.add(found);
      }
    }
    return [...known];
  }
}

/** The declarations of a file in whose text a global pattern matches. */
export function declarationsMatching(
  owner: Package,
  file: SourceFile,
  pattern: RegExp,
): readonly Declaration[] {
  const found = new Set<Declaration>();
  let declarations: readonly Declaration[] | undefined;
  for (const match of file.text.matchAll(pattern)) {
    declarations ??= owner.declarationsOf(file);
    for (const declaration of declarationsAt(declarations, match.index)) found.add(declaration);
  }
  return [...found];
}

/** The declarations around an offset: those of one group share their place. Declarations are in source order. */
function declarationsAt(declarations: readonly Declaration[], offset: number): readonly Declaration[] {
  const index = indexAround(declarations, offset);
  return index < 0 ? [] : sharing(declarations, index);
}

function sharing(declarations: readonly Declaration[], index: number): readonly Declaration[] {
  const { start } = declarations[index] as Declaration;
  let first = index;
  while (declarations[first - 1]?.start === start) first--;
  let after = index + 1;
  while (declarations[after]?.start === start) after++;
  return declarations.slice(first, after);
}
