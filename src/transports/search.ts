import type { FunctionGraph } from '../ir/ir.ts';
import type { Typing } from '../ir/typing.ts';
import type { SourceFile } from '../project/source-file.ts';
import type { Declaration } from '../resolve/declaration.ts';
import { filesImporting, importedPaths } from '../resolve/importing-files.ts';
import type { Package, Program } from '../resolve/package.ts';
import { declarationsMatching } from '../callgraph/mentions.ts';

/** Packages without whose import a file cannot make a transport itself. */
const OWNERS: ReadonlySet<string> = new Set(['net/http', 'golang.org/x/net/http2']);

/** How making a transport is spelled: a literal, `new`, a variable, Clone, a copy. */
const MAKING =
  /\bTransport\s*\{|\bnew\(\s*[\w.]*Transport\s*\)|\bvar\s+\w+\s+[\w.]+\.Transport\b|\.Clone\(\)|\*[\w.]+\.\(\s*\*[\w.]+\.Transport\s*\)|\b\w+\s+http2?\.Transport$/gm;

/** A function that makes a transport, in the text of a model. */
const FACTORY = /^func (\w+)\(.*\/\/.*\bmakes transport\b/gm;

/** The functions and package variables, outside of tests, in which a transport may be made. */
export function* makersOfTransports(typing: Typing): Iterable<FunctionGraph> {
  const factories = new Factories(typing.program);
  const paths = [...importedPaths(typing.program)].filter(
    (path) => OWNERS.has(path) || factories.makes(path),
  );
  const files = new Map<SourceFile, Package>();
  for (const path of paths)
    for (const { owner, file } of filesImporting(typing.program, path))
      if (!file.isTest) files.set(file, owner);
  for (const [file, owner] of files) {
    const patterns = [mayMake(file) ? MAKING : undefined, factories.pattern(file)];
    const makers = patterns.flatMap((each) => (each ? declarationsMatching(owner, file, each) : []));
    for (const declaration of new Set(makers)) {
      const graph = mayRun(declaration) ? typing.graphs.of(declaration) : undefined;
      if (graph) yield graph;
    }
  }
}

/** The functions of models that make transports. */
class Factories {
  private readonly program: Program;
  private readonly names = new Map<string, readonly string[]>();

  constructor(program: Program) {
    this.program = program;
  }

  /** Matches a call of one of those that a file imports; undefined when it imports none. */
  pattern(file: SourceFile): RegExp | undefined {
    const names = file.imports.flatMap(({ path }) => this.of(path));
    return names.length > 0 ? new RegExp(`\\b(?:${names.join('|')})\\(`, 'g') : undefined;
  }

  /** Whether a package has some. */
  makes(path: string): boolean {
    return this.of(path).length > 0;
  }

  private of(path: string): readonly string[] {
    let names = this.names.get(path);
    if (!names) {
      const text = this.program.model(path)?.text ?? '';
      names = Array.from(text.matchAll(FACTORY), ([, name]) => name ?? '');
      this.names.set(path, names);
    }
    return names;
  }
}

function mayMake(file: SourceFile): boolean {
  return file.imports.some(({ path }) => OWNERS.has(path)) && file.bytes.includes('Transport');
}

/** What is in a package variable runs as often as the function literals in it. */
function mayRun({ kind, file, start, end }: Declaration): boolean {
  if (kind === 'variable') return /\bfunc\b/.test(file.text.slice(start, end));
  return kind === 'function' || kind === 'method';
}
