import type { FunctionGraph } from '../ir/ir.ts';
import type { Typing } from '../ir/typing.ts';
import type { SourceFile } from '../project/source-file.ts';
import type { Declaration } from '../resolve/declaration.ts';
import { declarationsMatching } from '../callgraph/mentions.ts';

/** Packages without whose import a file cannot make a transport. */
const OWNERS: ReadonlySet<string> = new Set(['net/http', 'golang.org/x/net/http2']);

/** How making a transport is spelled: a literal, `new`, a variable, Clone, a copy. */
const MAKING =
  /\bTransport\s*\{|\bnew\(\s*[\w.]*Transport\s*\)|\bvar\s+\w+\s+[\w.]+\.Transport\b|\.Clone\(\)|\*[\w.]+\.\(\s*\*[\w.]+\.Transport\s*\)|\b\w+\s+http2?\.Transport$/gm;

/** The functions, outside of tests, in which a transport may be made. */
export function* makersOfTransports(typing: Typing): Iterable<FunctionGraph> {
  for (const owner of typing.program.packages) {
    for (const file of owner.files) {
      if (!mayMake(file)) continue;
      for (const declaration of declarationsMatching(owner, file, MAKING)) {
        const graph = hasBody(declaration) ? typing.graphs.of(declaration) : undefined;
        if (graph) yield graph;
      }
    }
  }
}

function mayMake(file: SourceFile): boolean {
  return (
    !file.isTest && file.imports.some(({ path }) => OWNERS.has(path)) && file.bytes.includes('Transport')
  );
}

function hasBody({ kind }: Declaration): boolean {
  return kind === 'function' || kind === 'method';
}
