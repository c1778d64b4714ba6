import type { SourceEdit } from '../../edits/fix.ts';
import {
  beginsLine,
  indentationAt,
  indented,
  lineStart,
  nodeAround,
  partsComments,
  startWithComments,
  statementAround,
} from '../../edits/statement.ts';
import type { Exit, Loss } from '../../flow/summary/flow.ts';
import { isHandedOn } from '../../flow/summary/exits.ts';
import { endlessLoopAt } from '../../flow/walk/loops.ts';
import { isResponse } from '../../flow/request/http.ts';
import { neverReturns } from '../../flow/value/never-returns.ts';
import type { Block, Operation, Span, Variable } from '../../ir/ir.ts';
import { successorsOf, targetsOf, usesOf } from '../../ir/ir.ts';
import { reachableBlocks } from '../../ir/reachable.ts';
import { childByField, isKind, spanOf } from '../../syntax/access.ts';
import { Field, Kind } from '../../syntax/kinds.ts';
import type { Node, Tree } from '../../syntax/tree.ts';
import { endOfBlock, endsOfIterations, startOfBlock } from './block-start.ts';
import type { Refusal } from './close-site.ts';
import type { Closing } from './closing.ts';
import { deferredClose } from './close-deferred.ts';
import { closeNow, guardedBy } from './closing.ts';
import { isEstablished } from './error-check.ts';
import { meansSame } from './scope.ts';
import { isHeld, mayRead } from './still-wanted.ts';

/** A place before which the body is to be closed. */
interface Point {
  readonly block: Block;
  /** A statement, or the brace that ends a list of them. */
  readonly at: Span;
  readonly isBrace: boolean;
}

/** Closes the body on each way on which the last that leads to it is given up. */
export function closeAtLosses(closing: Closing): readonly SourceEdit[] | Refusal {
  const edits = new Map<number, SourceEdit>();
  for (const loss of closing.fate.losses) {
    if (!isOfConcern(closing, loss)) continue;
    const points = pointsOf(closing, loss);
    if ('refused' in points) return points;
    for (const point of points) {
      const refused = objection(closing, loss, point);
      if (refused) return { refused };
      const edit = insertion(closing, loss, point);
      if ('refused' in edit) return edit;
      edits.set(edit.start, edit);
    }
  }
  return edits.size > 0 ? [...edits.values()] : { refused: 'where the response is lost is not known' };
}

/** Ways that come neither to a return nor to a loop that never ends lose nothing; what is returned is the caller's. */
function isOfConcern({ fate, flow }: Closing, loss: Loss): boolean {
  if (loss.kind === 'return') {
    const isAt = ({ span }: Exit) => span.start === loss.span.start;
    return !loss.isHandedOn || fate.leaks.some((exit) => isAt(exit) && isHandedOn(exit));
  }
  const graph = fate.birth.within;
  const stops = (block: Block) =>
    block.operations.some(
      (each) => each.op === 'call' && each.mode === 'call' && neverReturns(flow, flow.typing.callee(each)),
    );
  const reached = reachableBlocks(graph, (from) => !stops(from), [loss.block]);
  const goesOn = (block: Block) =>
    block.terminator.kind === 'return' || endlessLoopAt(graph, block) !== undefined;
  return [...reached].some((block) => goesOn(block) && !stops(block));
}

function pointsOf(closing: Closing, loss: Loss): readonly Point[] | Refusal {
  // The next request takes the variable: what it holds is closed at the end of each iteration.
  if (loss.kind === 'operation' && loss.operation === closing.fate.birth.call) {
    const points = endsOfIterations(closing.site);
    return points.length > 0 ? points : { refused: 'the response is not kept' };
  }
  const point = pointOf(closing, loss);
  return 'refused' in point ? point : [point];
}

function pointOf({ fate, site }: Closing, loss: Loss): Point | Refusal {
  const { graph } = site.placed;
  const { tree } = graph;
  if (loss.kind === 'block') {
    // What stands in a loop that is entered there runs again and again.
    if (loss.from && loss.from.loopDepth < loss.block.loopDepth)
      return endOfBlock(loss.from) ?? { refused: 'it is lost where a loop begins' };
    return (
      startOfBlock(graph, loss.block) ??
      endOfBlock(loss.from) ?? { refused: 'where the response is lost no statement begins' }
    );
  }
  if (loss.kind === 'return') {
    if (fate.handedOn.some(({ span }) => span.start === loss.span.start))
      return { refused: 'one return both hands the response on and loses it' };
    const isBrace = graph.file.text[loss.span.start] === '}';
    return { block: loss.block, at: loss.span, isBrace };
  }
  const { start, end } = loss.operation.span;
  const statement = statementAround(tree, nodeAround(tree, start, end));
  const isAssignment =
    isKind(tree, statement, Kind.AssignmentStatement) || isKind(tree, statement, Kind.ShortVarDeclaration);
  if (statement < 0 || !(isAssignment || isInInitializer(tree, statement, start)))
    return { refused: 'where the response is lost no statement begins' };
  return { block: loss.block, at: spanOf(tree, statement), isBrace: false };
}

function isInInitializer(tree: Tree, statement: Node, offset: number): boolean {
  if (!isKind(tree, statement, Kind.IfStatement)) return false;
  const initializer = childByField(tree, statement, Field.Initializer);
  return (
    initializer >= 0 && (tree.starts[initializer] ?? 0) <= offset && offset < (tree.ends[initializer] ?? 0)
  );
}

/** Why a Close at a point would be wrong. */
function objection(closed: Closing, loss: Loss, point: Point): string | undefined {
  const { site, fate } = closed;
  const { graph } = site.placed;
  if (!site.variable) return 'the response has no name there';
  if (!meansSame(graph, site.name, site.variable, point.at.start))
    return 'the response has no name where it is lost';
  const around = isBefore(closed, point.block);
  if (fate.escapes.some(({ block }) => around(block) || (block === point.block && loss.kind !== 'block')))
    return 'other code may have the response where it is lost';
  const others = site.variable.definitions.filter((each) => !isBirth(closed, each));
  if (others.some((each) => graph.blocks.some((block) => block.operations.includes(each) && around(block))))
    return `${site.name} may be another response where it is lost`;
  if (others.some((each) => !graph.blocks.some((block) => block.operations.includes(each))))
    return `${site.name} is assigned by another function`;
  if (!point.isBrace && loss.kind === 'operation' && readsBody(closed, point))
    return 'the statement that loses the response reads it';
  return undefined;
}

/** True when the statement at a point uses the body itself. */
function readsBody(closed: Closing, { at }: Point): boolean {
  return closed.site.placed.graph.blocks.some(({ operations }) =>
    operations.some((each) => isWithin(each.span, at) && !isBirth(closed, each) && usesBody(closed, each)),
  );
}

/** True when the statement at a point may use the body, perhaps by something that the response was put into. */
function mayUseBody(closed: Closing, point: Point): boolean {
  const { site, flow } = closed;
  const { graph } = site.placed;
  const isReached = isHeld(flow.typing, graph, site.variable) && mayRead(flow.typing, graph, point.at);
  return isReached || readsBody(closed, point);
}

function isBirth({ fate, site }: Closing, operation: Operation): boolean {
  if (operation === fate.birth.call) return true;
  return (
    operation.op === 'assign' &&
    fate.birth.call.targets.includes(operation.source) &&
    operation.target === site.variable
  );
}

/** Tells of a block whether control may come from it to another one without passing the call. */
function isBefore({ site }: Closing, target: Block): (block: Block) => boolean {
  const { graph, block: birth } = site.placed;
  const passes = (_: Block, to: Block) => to !== birth;
  return (block) =>
    block !== birth &&
    successorsOf(block.terminator).some(
      (to) => to !== birth && reachableBlocks(graph, passes, [to]).has(target),
    );
}

function isWithin(inner: Span, outer: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** True when an operation uses the response or its body for more than its header and status. */
function usesBody({ flow: { typing } }: Closing, operation: Operation): boolean {
  if (operation.op === 'field' && isResponse(typing.typeOf(operation.base)))
    return operation.field === 'Body';
  const leads = (variable: Variable) => {
    const type = typing.typeOf(variable);
    return isResponse(type) || typing.types.select(type, 'Read')?.kind === 'method';
  };
  return (
    usesOf(operation).some(leads) &&
    !targetsOf(operation).some((each) => each.kind !== 'temporary' && leads(each))
  );
}

function insertion(closed: Closing, loss: Loss, point: Point): SourceEdit | Refusal {
  const { site, flow } = closed;
  const { file } = site.placed.graph;
  const { text } = file;
  if (!beginsLine(text, point.at.start))
    return { refused: 'other statements stand on the line where it is lost' };
  // A return that reads the body itself has it closed after that.
  const isLate = loss.kind === 'return' && !point.isBrace && mayUseBody(closed, point);
  const closes = isLate ? deferredClose(closed) : { lines: closeNow(closed) };
  if ('refused' in closes) return closes;
  const isCertain = isEstablished(flow, site, point.block, point.at.start);
  const lines = isCertain ? closes.lines : guardedBy(`${site.name} != nil`, closes.lines);
  const indentation = indentationAt(text, point.at.start);
  const start = point.isBrace
    ? lineStart(text, point.at.start)
    : behindParagraph(text, startWithComments(text, point.at.start));
  if (partsComments(text, start)) return { refused: 'comments are aligned where it is lost' };
  return { file, start, end: start, text: indented(lines, point.isBrace ? `${indentation}\t` : indentation) };
}

/** Before the blank lines above a statement: what is added belongs to what stands there. */
function behindParagraph(text: string, start: number): number {
  let line = start;
  while (line > 0 && text.slice(lineStart(text, line - 1), line).trim() === '')
    line = lineStart(text, line - 1);
  return /[{:]\s*$/.test(text.slice(0, line)) ? start : line;
}
