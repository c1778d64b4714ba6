import { nodeAround, statementAround } from '../../edits/statement.ts';
import type { Block, FunctionGraph, Span, Terminator } from '../../ir/ir.ts';
import { predecessorsAmong, reachableBlocks } from '../../ir/reachable.ts';
import type { BirthSite } from './birth-site.ts';

/** Blocks without operations are followed this far. */
const STEPS = 8;

/** The first statement that runs in a block, or the brace that follows when it has none. */
export interface BlockStart {
  readonly block: Block;
  readonly at: Span;
  readonly isBrace: boolean;
}

/** Where a block starts in the source; undefined when it starts within a statement. */
export function startOfBlock(graph: FunctionGraph, block: Block): BlockStart | undefined {
  const { tree, file } = graph;
  let at = block;
  for (let steps = 0; steps < STEPS; steps++) {
    const span = at.operations[0]?.span ?? spanOf(at.terminator);
    if (span) {
      if (file.text[span.start] === '}' && span.end === span.start + 1)
        return { block: at, at: span, isBrace: true };
      const statement = statementAround(tree, nodeAround(tree, span.start, span.end));
      if (statement < 0) return undefined;
      const whole = { start: tree.starts[statement] ?? 0, end: tree.ends[statement] ?? 0 };
      return isEnteredFromWithin(graph, at, whole) ? undefined : { block: at, at: whole, isBrace: false };
    }
    if (at.terminator.kind !== 'jump') return undefined;
    at = at.terminator.to;
  }
  return undefined;
}

/** The break, continue or goto that ends a block, or the brace of its loop; undefined when it ends otherwise. */
export function endOfBlock(block: Block | undefined): BlockStart | undefined {
  if (block?.terminator.kind !== 'jump' || !block.terminator.span) return undefined;
  const { span } = block.terminator;
  return { block, at: span, isBrace: span.end === span.start + 1 };
}

/** Where control goes from a call with a response back to that call: continue statements and the ends of loops. */
export function endsOfIterations(site: BirthSite): readonly BlockStart[] {
  const { graph, block } = site.placed;
  const onward = reachableBlocks(graph, (from, to) => to !== block && !isWithoutResponse(site, from, to), [
    block,
  ]);
  return [...onward].flatMap((from) => {
    const end = endOfBlock(from);
    if (!end || !(end.isBrace || graph.file.text.startsWith('continue', end.at.start))) return [];
    return reachableBlocks(graph, undefined, [from]).has(block) ? [end] : [];
  });
}

/** True when an edge is taken only if the call gave an error. */
function isWithoutResponse({ errorVariable }: BirthSite, { terminator }: Block, to: Block): boolean {
  if (terminator.kind !== 'branch' || terminator.condition.kind !== 'nil') return false;
  return terminator.condition.variable === errorVariable && to === terminator.whenFalse;
}

function spanOf(terminator: Terminator): Span | undefined {
  return terminator.span;
}

/** True when control comes to a block from another one that belongs to the same statement: it has begun before. */
function isEnteredFromWithin(graph: FunctionGraph, block: Block, { start, end }: Span): boolean {
  const predecessors = predecessorsAmong(graph.blocks).get(block) ?? [];
  return predecessors.some(({ operations, terminator }) => {
    const spans = [...operations.map(({ span }) => span), spanOf(terminator)];
    return spans.some((span) => span !== undefined && start <= span.start && span.end <= end);
  });
}
