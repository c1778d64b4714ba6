import type { SourceFile } from '../../project/source-file.ts';
import type { Placed } from '../../callgraph/graph-walk.ts';
import { operationsOf } from '../../callgraph/graph-walk.ts';
import type { Call, FunctionGraph, Span } from '../../ir/ir.ts';
import { withLiterals } from '../../ir/literals.ts';
import type { Typing } from '../../ir/typing.ts';
import { indexAround } from '../../resolve/declaration.ts';
import type { Package, Program } from '../../resolve/package.ts';

const owners = new WeakMap<Program, Map<SourceFile, Package>>();

/** The function, the innermost literal, around an offset of a file; undefined when that is no code at hand. */
export function graphAround(typing: Typing, file: SourceFile, offset: number): FunctionGraph | undefined {
  const declarations = ownerOf(typing.program, file)?.declarationsOf(file) ?? [];
  const declaration = declarations[indexAround(declarations, offset)];
  const graph = declaration && typing.graphs.of(declaration);
  // A literal comes after what it stands in.
  return graph && withLiterals(graph).findLast(({ span }) => span.start <= offset && offset < span.end);
}

/** The package of a file: one of those that were looked into, for a path has led there. */
function ownerOf(program: Program, file: SourceFile): Package | undefined {
  let known = owners.get(program);
  if (!known?.has(file)) {
    known = new Map(program.loaded().flatMap((each) => each.files.map((one) => [one, each])));
    owners.set(program, known);
  }
  return known.get(file);
}

/** The call of a function, or of a literal in it, that has this span. */
export function callAt(graph: FunctionGraph, { start, end }: Span): Placed<Call> | undefined {
  return operationsOf(graph).find(
    (each): each is Placed<Call> =>
      each.operation.op === 'call' && each.operation.span.start === start && each.operation.span.end === end,
  );
}
