import type { Placed } from '../../callgraph/graph-walk.ts';
import { countName, statementAfter } from '../../edits/statement.ts';
import type { Flow } from '../../flow/summary/flow.ts';
import { neverReturns } from '../../flow/value/never-returns.ts';
import type { Block, Call, FunctionGraph, Operation } from '../../ir/ir.ts';
import { successorsOf } from '../../ir/ir.ts';
import { childByField, children, firstChild, isKind, nodeText } from '../../syntax/access.ts';
import { Field, Kind } from '../../syntax/kinds.ts';
import type { Node, Tree } from '../../syntax/tree.ts';
import type { BirthSite } from './birth-site.ts';
import { needsResponse } from './dereferenced.ts';
import { endsOnError } from './ends-on-error.ts';
import { callAt } from './find-graph.ts';

/** So many statements may stand between a call and what looks at its error. */
const STATEMENTS_BETWEEN = 4;

/**
 * The statement after an assignment that control passes only when the error is nil: `if err != nil { return … }`,
 * or a call that ends a test. Statements before it have nothing to do with the error and the response. -1 for none.
 */
export function errorCheckAfter(flow: Flow, site: BirthSite): Node {
  const { graph } = site.placed;
  if (site.error === '_') return -1;
  return (
    besides(site).find(
      (each) => isIfError(flow, graph, each, site) || isAssertion(flow, graph, each, site),
    ) ?? -1
  );
}

/**
 * The block after a call that runs whenever there is a response, and only then: that of `if err == nil {`, or the else
 * of the opposite. -1 when none comes next.
 */
export function blockWithResponse(flow: Flow, site: BirthSite): Node {
  const { graph } = site.placed;
  const { tree } = graph;
  const next = besides(site).at(-1) ?? -1;
  if (!isKind(tree, next, Kind.IfStatement) || childByField(tree, next, Field.Initializer) >= 0) return -1;
  const condition = childByField(tree, next, Field.Condition);
  const text = nodeText(tree, condition);
  const says = (operator: string): boolean =>
    text === `${site.name} ${operator === '!=' ? '==' : '!='} nil` ||
    (!site.mayBeNil && site.error !== '_' && text === `${site.error} ${operator} nil`);
  const tells = !site.mayBeNil && toldNil(flow, graph, condition, site);
  if (says('==') || tells === 'when true') return childByField(tree, next, Field.Consequence);
  const alternative = childByField(tree, next, Field.Alternative);
  const isOpposite = says('!=') || tells === 'when false';
  return isOpposite && isKind(tree, alternative, Kind.Block) ? alternative : -1;
}

/** The last statement after a call that looks at its error before anything uses the response; else that of the call. */
export function lastLookAtError(site: BirthSite): Node {
  const { tree } = site.placed.graph;
  let last = site.statement;
  if (site.error === '_') return last;
  for (const next of besides(site)) {
    if (mentions(tree, next, site.name) || !mentions(tree, next, site.error)) break;
    last = next;
  }
  return last;
}

/** The statements after a call that have nothing to do with its results, and the one behind them. */
function besides(site: BirthSite): readonly Node[] {
  const { tree } = site.placed.graph;
  const found: Node[] = [];
  let next = statementAfter(tree, site.statement);
  while (next >= 0 && found.length <= STATEMENTS_BETWEEN) {
    found.push(next);
    const isPlain =
      isKind(tree, next, Kind.ExpressionStatement) ||
      isKind(tree, next, Kind.ShortVarDeclaration) ||
      isKind(tree, next, Kind.AssignmentStatement);
    if (!isPlain || mentions(tree, next, site.name) || mentions(tree, next, site.error)) break;
    next = statementAfter(tree, next);
  }
  return found;
}

function mentions(tree: Tree, node: Node, name: string): boolean {
  return name !== '_' && countName(tree, tree.starts[node] ?? 0, tree.ends[node] ?? 0, name) > 0;
}

function isIfError(flow: Flow, graph: FunctionGraph, node: Node, site: BirthSite): boolean {
  const { tree } = graph;
  if (!isKind(tree, node, Kind.IfStatement) || childByField(tree, node, Field.Initializer) >= 0) return false;
  if (childByField(tree, node, Field.Alternative) >= 0) return false;
  const condition = childByField(tree, node, Field.Condition);
  const asks =
    nodeText(tree, condition) === `${site.error} != nil` ||
    toldNil(flow, graph, condition, site) === 'when false';
  return asks && leaves(flow, graph, childByField(tree, node, Field.Consequence));
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
  if (!isKind(tree, node, Kind.ExpressionStatement) || !errorVariable) return false;
  const placed = callOf(graph, firstChild(tree, node));
  return placed !== undefined && endsOnError(flow, placed.operation, errorVariable);
}

/** For a condition that is a call which tells of the error whether it is nil, or its opposite: when it is nil. */
function toldNil(
  flow: Flow,
  graph: FunctionGraph,
  condition: Node,
  { errorVariable }: BirthSite,
): 'when true' | 'when false' | undefined {
  const { tree } = graph;
  const isOpposite =
    isKind(tree, condition, Kind.UnaryExpression) && nodeText(tree, condition).startsWith('!');
  const operand = isOpposite ? childByField(tree, condition, Field.Operand) : condition;
  const operation = callOf(graph, operand)?.operation;
  const callee = operation && flow.typing.callee(operation);
  if (!errorVariable || callee?.kind !== 'declared' || !callee.declaration.package.isModel) return undefined;
  const told = flow.effectsOf(callee.declaration).find(({ verb, subject }) => {
    const index = callee.signature.parameters.findIndex(({ name }) => name === subject);
    return verb === 'tells' && operation?.arguments[index] === errorVariable;
  });
  if (!told) return undefined;
  return told.isNil === isOpposite ? 'when false' : 'when true';
}

function callOf(graph: FunctionGraph, call: Node): Placed<Call> | undefined {
  const { tree } = graph;
  if (!isKind(tree, call, Kind.CallExpression)) return undefined;
  return callAt(graph, { start: tree.starts[call] ?? 0, end: tree.ends[call] ?? 0 });
}

/**
 * True when control comes from the call to an offset in a block only by ways on which the error was seen to be nil, or
 * the response not to be, or on which the program would have panicked without one.
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
    if (isUsedIn(flow, site, block, Infinity)) continue;
    // Where the error is assigned again, what is asked of it says nothing of the call any more.
    const isFresh =
      next.isFresh && (block === site.placed.block || !block.operations.some((each) => assigns(each, site)));
    for (const to of successorsOf(block.terminator)) {
      if (to !== site.placed.block && !isTold(site, block, to, isFresh)) work.push({ block: to, isFresh });
    }
  }
  return (!open.has(target) && !openAfter.has(target)) || isUsedIn(flow, site, target, offset);
}

/** True when something in a block, before an offset and after the call, panics without a response. */
function isUsedIn(flow: Flow, site: BirthSite, block: Block, offset: number): boolean {
  const start = block === site.placed.block ? block.operations.indexOf(site.placed.operation) + 1 : 0;
  return block.operations.some(
    (each, index) => index >= start && each.span.start < offset && needsResponse(flow, each, site.variable),
  );
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
