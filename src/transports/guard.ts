import type { Block, FunctionGraph, Variable } from '../ir/ir.ts';
import type { Cycle } from '../callgraph/cycles.ts';
import { reachableBlocks } from '../ir/reachable.ts';
import type { Typing } from '../ir/typing.ts';
import { isErrorType } from '../resolve/universe.ts';
import type { Shape } from './shape.ts';

/** What a test for nil, or of a boolean, found. */
export type Known = 'nil' | 'not nil' | 'true' | 'false';

/** A branch that has to be taken one way for a block to be reached. */
export interface Guard {
  readonly test: Block;
  readonly variable: Variable;
  readonly value: Known;
}

const known = new WeakMap<Block, readonly Guard[]>();

/** The tests for nil and of booleans on every way to a block. */
export function guardsOf(graph: FunctionGraph, block: Block): readonly Guard[] {
  let guards = known.get(block);
  if (!guards) known.set(block, (guards = findGuards(graph, block)));
  return guards;
}

/** True for a place that is only reached when something has failed: no code gets there each time. */
export function isAfterFailure(typing: Typing, graph: FunctionGraph, block: Block): boolean {
  return guardsOf(graph, block).some(
    ({ variable, value }) => value === 'not nil' && isErrorType(typing.typeOf(variable)),
  );
}

function findGuards(graph: FunctionGraph, block: Block): readonly Guard[] {
  const guards: Guard[] = [];
  for (const test of graph.blocks) {
    const { terminator } = test;
    if (terminator.kind !== 'branch' || terminator.condition.kind === 'compare') continue;
    const { condition, whenTrue, whenFalse } = terminator;
    const needs = (way: Block) =>
      !reachableBlocks(graph, (from, to) => from !== test || to !== way).has(block);
    const isNil = condition.kind === 'nil';
    const { variable } = condition;
    if (whenTrue === whenFalse) continue;
    if (needs(whenTrue)) guards.push({ test, variable, value: isNil ? 'nil' : 'true' });
    else if (needs(whenFalse)) guards.push({ test, variable, value: isNil ? 'not nil' : 'false' });
  }
  return guards;
}

/** Fields of fields are followed this far. */
const DEPTH = 4;

/**
 * True when a block of a cycle is only reached while something is still unset that stays set after it: a nil check
 * of what leads to the transport, or a flag that is assigned behind the check.
 */
export function isGuarded(
  graph: FunctionGraph,
  block: Block,
  cycle: Cycle,
  carried: ReadonlyMap<Variable, Shape>,
): boolean {
  for (const test of cycle.blocks) {
    const { terminator } = test;
    if (terminator.kind !== 'branch' || terminator.condition.kind === 'compare') continue;
    const { variable } = terminator.condition;
    const isNilCheck = terminator.condition.kind === 'nil';
    const isHolder = leadsThere(variable, carried) && isHeldBefore(variable, cycle);
    if (!isHolder && (isNilCheck || !isSetInside(cycle, variable))) continue;
    const ways = isNilCheck ? [terminator.whenTrue] : [terminator.whenTrue, terminator.whenFalse];
    if (ways.some((way) => !reachableBlocks(graph, (from, to) => from !== test || to !== way).has(block)))
      return true;
  }
  return false;
}

/** The variable, or the object whose field or element it is, leads to the transport. */
function leadsThere(variable: Variable, carried: ReadonlyMap<Variable, Shape>, depth = 0): boolean {
  if (carried.has(variable)) return true;
  if (depth > DEPTH) return false;
  return variable.definitions.some(
    (definition) =>
      (definition.op === 'field' || definition.op === 'element') &&
      leadsThere(definition.base, carried, depth + 1),
  );
}

function isHeldBefore(variable: Variable, cycle: Cycle): boolean {
  const [definition] = variable.definitions;
  const object = definition?.op === 'field' || definition?.op === 'element' ? definition.base : variable;
  return object.kind === 'parameter' || isOlderThan(cycle, object) || definition?.op === 'global';
}

/** A flag that is there before the cycle and is set in it. */
function isSetInside(cycle: Cycle, variable: Variable): boolean {
  return variable.definitions.some((each) => cycle.operations.has(each)) && isOlderThan(cycle, variable);
}

function isOlderThan(cycle: Cycle, variable: Variable): boolean {
  return variable.definitions.some((definition) => !cycle.operations.has(definition));
}
