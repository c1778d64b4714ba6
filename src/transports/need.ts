import type { CallSite } from '../callgraph/call-site.ts';
import { operationsOf } from '../callgraph/graph-walk.ts';
import { constantOf } from '../flow/state/constant.ts';
import { passedTo } from '../flow/summary/entry.ts';
import { isNil, truth } from '../flow/state/fact.ts';
import { choiceOfLiteral } from '../flow/summary/literal-field.ts';
import type { Block, FunctionGraph, Operation, Variable } from '../ir/ir.ts';
import { successorsOf } from '../ir/ir.ts';
import { reach, reachableBlocks } from '../ir/reachable.ts';
import { sourceOf } from '../ir/source.ts';
import { isErrorType } from '../resolve/universe.ts';
import type { Typing } from '../ir/typing.ts';
import type { Known } from './guard.ts';
import { guardsOf } from './guard.ts';
import { mayHold } from './holding.ts';

/** A parameter, or a field of what it points to. */
interface Path {
  readonly parameter: Variable;
  readonly fields: readonly string[];
}

/** What a caller must pass for a place in the called function to be reached. */
export interface Need extends Path {
  readonly value: Known;
}

/** Fields of fields are followed this far. */
const DEPTH = 3;

/** What a function's parameters must be for a block of it, or of a literal in it, to be reached. */
export function needsAt(graph: FunctionGraph, block: Block): readonly Need[] {
  const own = guardsOf(graph, block).flatMap(({ test, variable, value }): Need[] => {
    const path = pathOf(graph, test, variable);
    return path ? [{ ...path, value }] : [];
  });
  const made = graph.outer && closureOf(graph, graph.outer);
  return made ? [...own, ...needsAt(made.graph, made.block)] : own;
}

function closureOf(literal: FunctionGraph, outer: FunctionGraph) {
  return operationsOf(outer).find(
    ({ operation }) => operation.op === 'closure' && operation.function === literal,
  );
}

/** The path of parameter and fields that a variable holds the value of when a test is made. */
function pathOf(graph: FunctionGraph, test: Block, variable: Variable, depth = 0): Path | undefined {
  if (variable.kind === 'parameter') return { parameter: variable, fields: [] };
  if (depth > 2 * DEPTH) return undefined;
  const definitions = variable.definitions.filter((each) => canPrecede(graph, each, test));
  const definition = definitions.length === 1 ? definitions[0] : undefined;
  if (definition?.op === 'assign' || definition?.op === 'convert')
    return pathOf(graph, test, definition.source, depth + 1);
  if (definition?.op !== 'field') return undefined;
  const base = pathOf(graph, test, definition.base, depth + 1);
  return base && base.fields.length < DEPTH
    ? { ...base, fields: [...base.fields, definition.field] }
    : undefined;
}

/** False for an operation of the same graph after which the block is not run any more. */
function canPrecede(graph: FunctionGraph, operation: Operation, block: Block): boolean {
  const from = graph.blocks.find(({ operations }) => operations.includes(operation));
  if (!from || from === block) return true;
  return reach([from], (each) => successorsOf(each.terminator)).has(block);
}

/**
 * What the caller's own parameters must be for a call to reach the place; undefined when what it passes, or has set in
 * it, is in the way. What may be in the way counts when it is of a kind that could hold the caller's own transport.
 */
export function needsOfCaller(
  typing: Typing,
  site: CallSite,
  graph: FunctionGraph,
  needs: readonly Need[],
): readonly Need[] | undefined {
  const own: Need[] = [...needsAt(site.graph, site.block)];
  if (!site.direct) return own;
  const passed = passedTo(site.call, graph);
  for (const { parameter, fields, value } of needs) {
    const argument = passed[graph.parameters.indexOf(parameter)];
    if (!argument || parameter.variadic) continue;
    const found = valueAt(typing, site, argument, fields);
    if (found === 'unknown') continue;
    if (typeof found === 'object') own.push({ ...found, value });
    else if (found === 'something' ? value === 'nil' : found !== value) return undefined;
  }
  return own;
}

/** A known value, one that may be anything, or a path whose value the caller's callers know. */
type Value = Known | Path | 'something' | 'unknown';

function valueAt(typing: Typing, site: CallSite, argument: Variable, fields: readonly string[]): Value {
  const [field, ...others] = fields;
  if (field === undefined) return valueOf(typing, site, argument);
  const set = lastSet(site, argument, field);
  if (set) return others.length === 0 ? valueOf(typing, site, set) : 'unknown';
  const path = pathOf(site.graph, site.block, argument);
  if (path) return { ...path, fields: [...path.fields, ...fields] };
  return others.length === 0 ? valueInObject(typing, argument, field) : 'unknown';
}

function valueOf(typing: Typing, site: CallSite, variable: Variable): Value {
  const known = knownValue(typing, variable);
  if (known) return known;
  const path = pathOf(site.graph, site.block, variable);
  // Who passes on a field of something passes on what that field was given.
  const isGiven = mayHoldPool(typing, variable);
  if (path && (!isGiven || path.fields.length === 0)) return path;
  return isGiven ? 'something' : 'unknown';
}

function knownValue(typing: Typing, variable: Variable): Known | undefined {
  const constant = constantOf(typing, variable);
  if (constant?.kind === 'nil') return 'nil';
  if (constant?.kind === 'boolean') return constant.value ? 'true' : 'false';
  const [definition, ...others] = variable.definitions;
  if (others.length > 0 || variable.kind === 'parameter') return undefined;
  if (definition?.op === 'assign') return knownValue(typing, definition.source);
  const isMade =
    definition?.op === 'closure' ||
    definition?.op === 'composite' ||
    (definition?.op === 'convert' && definition.how === 'address');
  return isMade ? 'not nil' : undefined;
}

function mayHoldPool(typing: Typing, variable: Variable): boolean {
  const type = typing.typeOf(variable);
  return type.kind !== 'basic' && type.kind !== 'unknown' && mayHold(typing, type);
}

/** What was last stored in a field of an object before a call, on every way to it. */
function lastSet({ graph, block, call }: CallSite, object: Variable, field: string): Variable | undefined {
  const source = sourceOf(object);
  let last: Variable | undefined;
  for (const each of graph.blocks) {
    for (const operation of each.operations) {
      if (operation.op !== 'set field' || operation.field !== field) continue;
      if (sourceOf(operation.base) !== source) continue;
      const isBefore =
        each === block
          ? each.operations.indexOf(operation) < each.operations.indexOf(call)
          : dominates(graph, each, block);
      if (isBefore) last = operation.source;
    }
  }
  return last;
}

function dominates(graph: FunctionGraph, first: Block, second: Block): boolean {
  const [entry] = graph.blocks;
  return first === entry || !reachableBlocks(graph, (_, to) => to !== first).has(second);
}

/** What a field of an object holds that was made by a literal here, or by a function that returns one. */
function valueInObject(typing: Typing, object: Variable, field: string, depth = 0): Value {
  const source = sourceOf(object);
  const [definition, ...others] = source.definitions;
  if (!definition || others.length > 0 || depth > DEPTH) return 'unknown';
  if (definition.op === 'composite') {
    const element = definition.elements.find((each) => each.field === field);
    if (element) {
      const known = knownValue(typing, element.value);
      return known ?? (mayHoldPool(typing, element.value) ? 'something' : 'unknown');
    }
    return isSetAnywhere(source, field) ? 'something' : leftOut(typing, source, field);
  }
  if (definition.op !== 'call') return 'unknown';
  const callee = typing.callee(definition);
  const graph = callee.kind === 'declared' ? typing.graphs.of(callee.declaration) : undefined;
  const result = graph?.results[definition.targets.indexOf(source)];
  const values = (result?.definitions ?? []).map((each) =>
    each.op === 'assign' && knownValue(typing, each.source) !== 'nil'
      ? valueInObject(typing, each.source, field, depth + 1)
      : undefined,
  );
  const all = values.filter((each) => each !== undefined);
  const [first] = all;
  return first !== undefined && all.every((each) => each === first) ? first : 'unknown';
}

/** What a field is that a literal leaves out: its zero value, unless somebody else may set it. */
function leftOut(typing: Typing, object: Variable, field: string): Value {
  const fact = choiceOfLiteral(typing, object, field);
  if (isNil(fact) === true) return 'nil';
  return truth(fact) === false ? 'false' : 'unknown';
}

function isSetAnywhere(object: Variable, field: string): boolean {
  return operationsOf(object.function).some(
    ({ operation }) =>
      operation.op === 'set field' && operation.field === field && sourceOf(operation.base) === object,
  );
}

/** True when a place is only reached because what a lookup gives, which is returned otherwise, was not found. */
export function isFallback(typing: Typing, graph: FunctionGraph, block: Block): boolean {
  return guardsOf(graph, block).some(({ test, variable, value }) => {
    if (value !== 'nil' && value !== 'false') return false;
    // That there is no error is no lookup that failed.
    if (isErrorType(typing.typeOf(variable))) return false;
    return variable.definitions
      .filter((each) => canPrecede(graph, each, test))
      .flatMap((each) => lookedUp(each, variable, value))
      .some((found) => graph.results.some((result) => comesFrom(result, found)));
  });
}

/** The value that was not found when a nil check, or the boolean beside it, says so. */
function lookedUp(definition: Operation, tested: Variable, value: 'nil' | 'false'): readonly Variable[] {
  switch (definition.op) {
    case 'assign':
      return definition.source.definitions.some((each) => lookedUp(each, definition.source, value).length > 0)
        ? [tested]
        : [];
    case 'call': {
      const [first, ...others] = definition.targets;
      if (!first || definition.callee.kind === 'builtin') return [];
      return value === 'nil' ? [first].filter((each) => each === tested) : others.length > 0 ? [first] : [];
    }
    case 'convert':
      return definition.how === 'assertion' ? [definition.target] : [];
    default:
      return [];
  }
}

function comesFrom(result: Variable, value: Variable, depth = 0): boolean {
  if (result === value) return true;
  if (depth > 2 * DEPTH) return false;
  return result.definitions.some(
    (each) => (each.op === 'assign' || each.op === 'convert') && comesFrom(each.source, value, depth + 1),
  );
}
