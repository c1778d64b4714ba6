import type { SourceEdit } from '../../edits/fix.ts';
import {
  beginsLine,
  indentationAt,
  indented,
  nodeAt,
  partsComments,
  standsAlone,
  startWithComments,
} from '../../edits/statement.ts';
import type { Fate } from '../../flow/fate/fate.ts';
import type { Ending } from '../../flow/summary/flow.ts';
import { isResponse } from '../../flow/request/http.ts';
import type { Block, FunctionGraph } from '../../ir/ir.ts';
import { givenTo } from '../../ir/ir.ts';
import { reachableBlocks } from '../../ir/reachable.ts';
import type { Typing } from '../../ir/typing.ts';
import { isKind } from '../../syntax/access.ts';
import { Kind } from '../../syntax/kinds.ts';
import type { Node } from '../../syntax/tree.ts';
import type { CloseSite } from './close-site.ts';
import { meansSame } from './scope.ts';
import { staysSame } from './stability.ts';
import { isHeld, mayRead } from './still-wanted.ts';
import type { Style } from './style.ts';

/** The only return before which a body is unread that a deferred call closes. */
export interface UnreadReturn {
  readonly block: Block;
  /** The return_statement. */
  readonly statement: Node;
}

/**
 * The return on which a body is left unread, where all other ways on which a plain deferred call closes it have read it
 * to EOF before. A drain there is less than one in the deferred call. Undefined when there is no such return.
 */
export function unreadReturn(
  typing: Typing,
  { birth, consumptions }: Fate,
  { placed, node, reader, root, response }: CloseSite,
  endings: readonly Ending[],
): UnreadReturn | undefined {
  const { graph, block: start } = placed;
  const { tree } = graph;
  const deferral = tree.parents[node] ?? -1;
  const isDeferred = isKind(tree, deferral, Kind.DeferStatement) && standsAlone(tree, deferral);
  // What is given the response may have to do without one.
  if (
    !isDeferred ||
    response !== undefined ||
    graph !== birth.within ||
    endings.some(({ read }) => read !== 'none')
  )
    return undefined;
  const reading = new Set(consumptions.flatMap(({ block, how }) => (how === 'read' ? [block] : [])));
  if (reading.size === 0 || reading.has(start)) return undefined;
  const unread = reachableBlocks(graph, (_, to) => !reading.has(to), [start]);
  const [only, ...others] = [...unread].filter(({ terminator }) => terminator.kind === 'return');
  if (!only || others.length > 0 || only === start) return undefined;
  // A way on which it was read would have it read again.
  if (reachableBlocks(graph, undefined, [...reading]).has(only)) return undefined;
  const { span } = only.terminator as { span: { start: number; end: number } };
  const statement = nodeAt(tree, span.start, span.end, Kind.ReturnStatement);
  const isSame =
    staysSame(typing, placed, root, reader) && meansSame(graph, reader.split('.')[0] ?? '', root, span.start);
  const isWanted =
    mayRead(typing, graph, span) || isHeld(typing, graph, root) || isDeferredToo(typing, placed);
  return statement >= 0 && isSame && !isWanted && isFree(graph, statement)
    ? { block: only, statement }
    : undefined;
}

/** True when another deferred call, which runs before the one that closes the body, is given a response or a reader. */
function isDeferredToo(typing: Typing, { graph, operation }: CloseSite['placed']): boolean {
  return graph.blocks.some(({ operations }) =>
    operations.some(
      (each) =>
        each.op === 'call' &&
        each.mode === 'defer' &&
        each !== operation &&
        givenTo(each).some((given) => {
          const type = typing.typeOf(given);
          return isResponse(type) || typing.types.select(type, 'Read')?.kind === 'method';
        }),
    ),
  );
}

/** True when a line can be put before a statement. */
function isFree({ tree, file: { text } }: FunctionGraph, statement: Node): boolean {
  const start = tree.starts[statement] ?? 0;
  return beginsLine(text, start) && !partsComments(text, startWithComments(text, start));
}

/** The edit that reads what is left before a return. */
export function drainAtReturn(
  { placed: { graph }, reader }: CloseSite,
  { statement }: UnreadReturn,
  style: Style,
): SourceEdit {
  const { tree, file } = graph;
  const start = tree.starts[statement] ?? 0;
  const at = startWithComments(file.text, start);
  const indentation = indentationAt(file.text, start);
  return { file, start: at, end: at, text: indented([style.drain(reader)], indentation) };
}
