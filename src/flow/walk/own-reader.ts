import type { Call, FunctionGraph, Operation, Variable } from '../../ir/ir.ts';
import { conditionVariables, usesOf } from '../../ir/ir.ts';
import { isGlobal } from '../../ir/source.ts';
import type { Handle } from '../state/handle.ts';
import { memberOf, through } from './held.ts';
import type { State } from '../state/state.ts';
import type { Walking } from '../summary/flow.ts';

/** Readers of readers are looked into this deep, and definitions are followed this far. */
const DEPTH = 4;

type Body = Handle & { kind: 'body' };

/** How a Read method passes on what it reads from a field of its receiver. */
interface Passing {
  /** The names of the fields that lead there. */
  readonly path: readonly { readonly name: string }[];
  /** It may say io.EOF before what it reads from does. */
  readonly ends: boolean;
}

/**
 * A struct as a reader of the body: its Read passes on what a Read of the body gives, and its error. Undefined where it
 * reads in ways of its own: how far it has read the body by its own end is then not known.
 */
export function asReader(
  walk: Walking,
  holder: Handle & { kind: 'holder' },
  variable: Variable | undefined,
  state: State,
  depth = 0,
): Body | undefined {
  const member = memberOf(walk, holder, variable, 'Read');
  if (member?.kind !== 'method' || depth > DEPTH) return undefined;
  const part = through(state, holder, member.path);
  if (!part) return undefined;
  const passing = member.dynamic ? { path: [], ends: false } : passingOf(walk, member.declaration);
  if (!passing) return undefined;
  const inner = through(state, part, passing.path);
  const source = inner?.kind === 'holder' ? asReader(walk, inner, undefined, state, depth + 1) : inner;
  if (source?.kind !== 'body') return undefined;
  const closes = memberOf(walk, holder, variable, 'Close') !== undefined;
  return { kind: 'body', limit: source.limit === 'none' && passing.ends ? 'end' : source.limit, closes };
}

const known = new WeakMap<FunctionGraph, { readonly passing: Passing | undefined }>();

type Declared = Parameters<Walking['flow']['typing']['graphs']['of']>[0];

function passingOf({ flow: { typing } }: Walking, declaration: Declared | undefined): Passing | undefined {
  const graph = declaration && !declaration.package.isModel ? typing.graphs.of(declaration) : undefined;
  if (!graph) return undefined;
  let found = known.get(graph);
  if (!found) known.set(graph, (found = { passing: search(graph) }));
  return found.passing;
}

function search(graph: FunctionGraph): Passing | undefined {
  const [receiver] = graph.parameters;
  const error = graph.results[1];
  if (!receiver || !error || graph.results.length > 2) return undefined;
  const reads = graph.blocks.flatMap(({ operations }) => operations.filter(isRead));
  const [first, ...others] = reads.map(({ callee }) => pathFrom(receiver, callee.receiver));
  const same = others.every((each) => each?.join('.') === first?.join('.'));
  if (!first || first.length === 0 || !same) return undefined;
  const errors = new Set<Operation>();
  collect(error, errors, 0);
  if (!reads.some((each) => errors.has(each))) return undefined;
  const says = [...errors].some((each) => each.op === 'global' && isEndOfFile(each));
  return { path: first.map((name) => ({ name })), ends: says && !asksForEnd(graph) };
}

type ReadCall = Call & { readonly callee: { readonly kind: 'method' } };

function isRead(operation: Operation): operation is ReadCall {
  return operation.op === 'call' && operation.callee.kind === 'method' && operation.callee.name === 'Read';
}

/** The fields that lead from the receiver to a variable; undefined when it comes from elsewhere. */
function pathFrom(receiver: Variable, variable: Variable, depth = 0): readonly string[] | undefined {
  if (variable === receiver) return [];
  const [definition, ...others] = variable.definitions;
  if (!definition || others.length > 0 || depth > DEPTH) return undefined;
  if (definition.op === 'assign' || definition.op === 'convert')
    return pathFrom(receiver, definition.source, depth + 1);
  const before = definition.op === 'field' ? pathFrom(receiver, definition.base, depth + 1) : undefined;
  return before && definition.op === 'field' ? [...before, definition.field] : undefined;
}

/** The operations that an error may come from. */
function collect(error: Variable, found: Set<Operation>, depth: number): void {
  for (const definition of error.definitions) {
    found.add(definition);
    if ((definition.op === 'assign' || definition.op === 'convert') && depth < DEPTH)
      collect(definition.source, found, depth + 1);
  }
}

function isEndOfFile(operation: Operation & { op: 'global' }): boolean {
  return operation.package === 'io' && operation.name === 'EOF';
}

/** Who asks whether it was io.EOF that was read says io.EOF then. */
function asksForEnd({ blocks }: FunctionGraph): boolean {
  return blocks.some(
    ({ operations, terminator }) =>
      conditionVariables(terminator).some(isEnd) ||
      operations.some((each) => each.op === 'call' && usesOf(each).some(isEnd)),
  );
}

function isEnd(variable: Variable): boolean {
  return isGlobal(variable, 'io', 'EOF');
}
