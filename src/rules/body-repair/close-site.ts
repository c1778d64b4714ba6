import type { Placed } from '../../callgraph/graph-walk.ts';
import { isResponse } from '../../flow/request/http.ts';
import type { PathStep, Step } from '../../flow/state/path.ts';
import { stepsOf } from '../../flow/state/path.ts';
import type { Call, FunctionGraph, Variable } from '../../ir/ir.ts';
import type { Typing } from '../../ir/typing.ts';
import { childByField, children, isKind, nodeText } from '../../syntax/access.ts';
import { Field, Kind } from '../../syntax/kinds.ts';
import type { Node } from '../../syntax/tree.ts';
import { isPath, nodeAt } from '../../edits/statement.ts';
import { callAt, graphAround } from './find-graph.ts';
import { isPureCloser } from './pure-closer.ts';

/** A call that closes a body, or hands it to what does nothing else with it. */
export interface CloseSite {
  readonly placed: Placed<Call>;
  /** The call_expression. */
  readonly node: Node;
  /** Go text that gives what can be read: `resp.Body`. */
  readonly reader: string;
  /** Go text of the response when that is what the call is given; it may be nil. */
  readonly response: string | undefined;
  /** The variable with which `reader` begins; undefined for one of the package. */
  readonly root: Variable | undefined;
  /** The call is `reader.Close()`. */
  readonly isDirect: boolean;
}

/** Why no drain can stand at a call. */
export interface Refusal {
  readonly refused: string;
}

/**
 * The call to repair on a path that ends in a Close: that Close, or when it stands in a function that only closes what
 * it is given, the call of that function.
 */
export function closeSiteOf(typing: Typing, path: PathStep | undefined): CloseSite | Refusal {
  const steps = stepsOf(path);
  let at = steps.length - 1;
  for (; at >= 0; at = callerOf(steps, at)) {
    const step = steps[at] as Step;
    if (step.file.isExternal) continue;
    const graph = graphAround(typing, step.file, step.span.start);
    if (!graph) return { refused: 'the body is closed in code that is not at hand' };
    if (callerOf(steps, at) >= 0 && isPureCloser(typing, graph)) continue;
    return siteAt(typing, graph, step);
  }
  return { refused: 'the body is closed in another module' };
}

/** The index of the step at which the function of a step was called; -1 for that of the birth. */
function callerOf(steps: readonly Step[], at: number): number {
  const depth = steps[at]?.depth ?? 0;
  return steps.findLastIndex((step, index) => index < at && step.depth === depth - 1);
}

function siteAt(typing: Typing, graph: FunctionGraph, { span }: Step): CloseSite | Refusal {
  const placed = callAt(graph, span);
  const node = nodeAt(graph.tree, span.start, span.end, Kind.CallExpression);
  if (!placed || node < 0) return { refused: 'the call that closes the body is not a plain one' };
  const { operation } = placed;
  if (isCancel(typing, operation)) return { refused: 'the request is cancelled before its body is read' };
  return direct(typing, placed, node) ?? given(typing, placed, node);
}

function isCancel(typing: Typing, { callee }: Call): boolean {
  if (callee.kind !== 'value') return false;
  const type = typing.typeOf(callee.function);
  return type.kind === 'named' && type.package === 'context';
}

/** `reader.Close()` */
function direct(typing: Typing, placed: Placed<Call>, node: Node): CloseSite | undefined {
  const { tree } = placed.graph;
  const { callee } = placed.operation;
  const selector = childByField(tree, node, Field.Function);
  if (callee.kind !== 'method' || callee.name !== 'Close' || !isKind(tree, selector, Kind.SelectorExpression))
    return undefined;
  const operand = childByField(tree, selector, Field.Operand);
  if (!isPath(tree, operand) || !reads(typing, callee.receiver)) return undefined;
  const reader = nodeText(tree, operand);
  return { placed, node, reader, response: undefined, root: rootOf(callee.receiver), isDirect: true };
}

/** A call that is given the response, its body, or the Close of its body, once. */
function given(typing: Typing, placed: Placed<Call>, node: Node): CloseSite | Refusal {
  const { tree } = placed.graph;
  const { operation } = placed;
  const nodes = children(tree, childByField(tree, node, Field.Arguments)).filter(
    (each) => !isKind(tree, each, Kind.Comment),
  );
  const found = operation.arguments.flatMap((argument, index) => {
    const at = nodes[index];
    return at === undefined ? [] : readerIn(typing, placed, argument, at);
  });
  const [only, ...others] = found;
  if (!only || others.length > 0) return { refused: 'what is closed there cannot be read there' };
  return { placed, node, isDirect: false, ...only };
}

type Given = Pick<CloseSite, 'reader' | 'response' | 'root'>;

function readerIn(
  typing: Typing,
  { graph: { tree } }: Placed<Call>,
  argument: Variable,
  node: Node,
): readonly Given[] {
  const text = nodeText(tree, node);
  const root = rootOf(argument);
  if (!isPath(tree, node)) return [];
  if (isResponse(typing.typeOf(argument))) return [{ reader: `${text}.Body`, response: text, root }];
  const definition = argument.definitions.length === 1 ? argument.definitions[0] : undefined;
  const isMethod = definition?.op === 'field' && definition.field === 'Close' && text.endsWith('.Close');
  if (isMethod && reads(typing, definition.base))
    return [{ reader: text.slice(0, -'.Close'.length), response: undefined, root }];
  return reads(typing, argument) && closes(typing, argument)
    ? [{ reader: text, response: undefined, root }]
    : [];
}

/** True for what is read through an interface: a Read of the module's own may do more than read. */
export function reads(typing: Typing, variable: Variable): boolean {
  const selection = typing.types.select(typing.typeOf(variable), 'Read');
  return selection?.kind === 'method' && selection.dynamic;
}

function closes(typing: Typing, variable: Variable): boolean {
  return typing.types.select(typing.typeOf(variable), 'Close')?.kind === 'method';
}

/** The Go variable with which a path such as `resp.Body` begins; undefined for one of the package. */
export function rootOf(variable: Variable): Variable | undefined {
  const base = baseOf(variable);
  return base.kind === 'temporary' ? undefined : base;
}

/** What the fields of a path such as `resp.Body` are selected from. */
export function baseOf(variable: Variable): Variable {
  const definition = variable.definitions.length === 1 ? variable.definitions[0] : undefined;
  return variable.kind === 'temporary' && definition?.op === 'field' ? baseOf(definition.base) : variable;
}
