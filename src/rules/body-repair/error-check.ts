import { statementAfter } from '../../edits/statement.ts';
import type { Flow } from '../../flow/flow.ts';
import { neverReturns } from '../../flow/never-returns.ts';
import type { Block, FunctionGraph, Operation } from '../../ir/ir.ts';
import { successorsOf } from '../../ir/ir.ts';
import { childByField, children, firstChild, isKind, nodeText } from '../../syntax/access.ts';
import { Field, Kind } from '../../syntax/kinds.ts';
import type { Node } from '../../syntax/tree.ts';
import type { BirthSite } from './birth-site.ts';
import { callAt } from './find-graph.ts';

/**
 * The statement after an assignment that control passes only when the error is nil: `if err != nil { return … }`,
 * or a call that ends a test. -1 when that is not what comes next.
 */
export function errorCheckAfter(flow: Flow, site: BirthSite): Node {
  const { graph } = site.placed;
  const next = statementAfter(graph.tree, site.statement);
  if (site.error === '_') return -1;
  return isIfError(flow, graph, next, site.error) || isAssertion(flow, graph, next, site) ? next : -1;
}

function isIfError(flow: Flow, graph: FunctionGraph, node: Node, error: string): boolean {
  const { tree } = graph;
  if (!isKind(tree, node, Kind.IfStatement) || childByField(tree, node, Field.Initializer) >= 0) return false;
  if (childByField(tree, node, Field.Alternative) >= 0) return false;
  const condition = nodeText(tree, childByField(tree, node, Field.Condition));
  return condition === `${error} != nil` && leaves(flow, graph, childByField(tree, node, Field.Consequence));
}

/** True when an if statement that asks for the error is left for good if there is one. */
export function leavesOnError(flow: Flow, { placed: { graph }, statement }: BirthSite): boolean {
  return leaves(flow, graph, childByField(graph.tree, statement, Field.Consequence));
}

/** True when control does not run on at the end of a block. */
function leaves(flow: Flow, graph: FunctionGraph, block: Node): boolean {
  const { tree } = graph;
  const list = firstChild(tree, block);
  const statements = isKind(tree, list, Kind.StatementList) ? children(tree, list) : children(tree, block);
  const last = statements.findLast((each) => !isKind(tree, each, Kind.Comment)) ?? -1;
  switch (tree.kinds[last]) {
    case Kind.ReturnStatement:
    case Kind.ContinueStatement:
    case Kind.BreakStatement:
    case Kind.GotoStatement:
      return true;
    case Kind.ExpressionStatement: {
      const call = firstChild(tree, last);
      if (nodeText(tree, call).startsWith('panic(')) return true;
      const placed = callAt(graph, { start: tree.starts[call] ?? 0, end: tree.ends[call] ?? 0 });
      return placed !== undefined && neverReturns(flow, flow.typing.callee(placed.operation));
    }
    default:
      return false;
  }
}

/** A call that does not return if the error is not nil, such as those with which tests end. */
function isAssertion(flow: Flow, graph: FunctionGraph, node: Node, { errorVariable }: BirthSite): boolean {
  const { tree } = graph;
  const call = firstChild(tree, node);
  if (!isKind(tree, node, Kind.ExpressionStatement) || !errorVariable) return false;
  const placed = callAt(graph, { start: tree.starts[call] ?? 0, end: tree.ends[call] ?? 0 });
  if (!placed) return false;
  const callee = flow.typing.callee(placed.operation);
  if ((callee.kind !== 'declared' && callee.kind !== 'dynamic') || !callee.declaration?.package.isModel)
    return false;
  const { signature } = callee;
  return flow.effectsOf(callee.declaration).some(({ verb, condition }) => {
    if (verb !== 'never returns' || condition?.kind !== 'not nil') return false;
    const index = signature?.parameters.findIndex(({ name }) => name === condition.name) ?? -1;
    return placed.operation.arguments[index] === errorVariable;
  });
}

/**
 * True when control comes from the call to an offset in a block only by ways on which the error was seen to be nil, or
 * the response not to be.
 */
export function isEstablished(flow: Flow, site: BirthSite, target: Block, offset: number): boolean {
  const check = errorCheckAfter(flow, site);
  const isBehind = check >= 0 && offset >= (site.placed.graph.tree.ends[check] ?? 0);
  if (isBehind && !site.mayBeNil) return true;
  const open = new Set<Block>();
  const openAfter = new Set<Block>();
  const work: { block: Block; isFresh: boolean }[] = [{ block: site.placed.block, isFresh: true }];
  for (let next = work.pop(); next; next = work.pop()) {
    const { block } = next;
    const known = next.isFresh ? open : openAfter;
    if (known.has(block)) continue;
    known.add(block);
    // Where the error is assigned again, what is asked of it says nothing of the call any more.
    const isFresh =
      next.isFresh && (block === site.placed.block || !block.operations.some((each) => assigns(each, site)));
    for (const to of successorsOf(block.terminator)) {
      if (to !== site.placed.block && !isTold(site, block, to, isFresh)) work.push({ block: to, isFresh });
    }
  }
  return !open.has(target) && !openAfter.has(target);
}

/** True when an edge can only be taken with a response at hand. */
function isTold(site: BirthSite, { terminator }: Block, to: Block, isFresh: boolean): boolean {
  if (terminator.kind !== 'branch' || terminator.condition.kind !== 'nil') return false;
  const { variable: tested } = terminator.condition;
  if (terminator.whenTrue === terminator.whenFalse) return false;
  if (tested === site.variable) return to === terminator.whenFalse;
  return tested === site.errorVariable && isFresh && !site.mayBeNil && to === terminator.whenTrue;
}

function assigns(operation: Operation, { errorVariable }: BirthSite): boolean {
  return errorVariable?.definitions.includes(operation) ?? false;
}
