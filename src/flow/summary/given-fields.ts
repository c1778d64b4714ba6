import type { FunctionGraph, Variable } from '../../ir/ir.ts';
import { givenTo } from '../../ir/ir.ts';
import type { Typing } from '../../ir/typing.ts';
import { passedTo } from './entry.ts';
import type { Fact } from '../state/fact.ts';
import type { FieldVariable } from '../state/field-value.ts';
import { fieldVariable, isFieldVariable, testedParameterFields } from '../state/field-value.ts';
import { choiceOfLiteral, isMadeHere, literalBehind } from './literal-field.ts';
import { isHead } from '../request/request.ts';
import type { State } from '../state/state.ts';

/** A parameter that is passed on is followed this far to where its fields are tested. */
const DEPTH = 3;

const known = new WeakMap<FunctionGraph, readonly FieldVariable[]>();

/**
 * What is known on entry of fields of a function's parameters, when the caller gives structs that it has made itself
 * or was given: what decides what is done with the response, and HEAD as the method of the request to make.
 */
export function givenFields(
  typing: Typing,
  graph: FunctionGraph,
  passed: readonly Variable[],
  state: State,
): Map<FieldVariable, Fact> {
  const facts = new Map<FieldVariable, Fact>();
  graph.parameters.forEach((parameter, index) => {
    const argument = passed[index];
    if (argument && !parameter.variadic) passOn(typing, parameter, argument, state, facts);
  });
  // Most calls are given no struct that the caller has made: what the callee tests does not matter then.
  if (!passed.some((argument) => isMadeHere(argument))) return facts;
  for (const field of decisiveFields(typing, graph)) {
    const argument = passed[graph.parameters.indexOf(field.base)];
    const fact = argument && choiceOfLiteral(typing, argument, field.field);
    if (fact) facts.set(field, fact);
  }
  return facts;
}

/** What the caller itself was given for it, and the HEAD that its literal says. */
function passOn(
  typing: Typing,
  parameter: Variable,
  argument: Variable,
  state: State,
  facts: Map<FieldVariable, Fact>,
): void {
  for (const [variable, fact] of state.facts) {
    if (isFieldVariable(variable) && variable.base === argument)
      facts.set(fieldVariable(parameter, variable.field), fact);
  }
  for (const { field, value } of literalBehind(argument)?.elements ?? []) {
    if (field !== undefined && isHead(typing, value, state))
      facts.set(fieldVariable(parameter, field), { kind: 'string', value: 'HEAD' });
  }
}

/** The fields of a function's parameters that it tests for being true or nil, or that a function tests to which it passes one on. */
function decisiveFields(typing: Typing, graph: FunctionGraph, depth = 0): readonly FieldVariable[] {
  let fields = known.get(graph);
  if (!fields) {
    // A function that passes its parameter to itself tests nothing more by that.
    known.set(graph, []);
    const found = new Set(testedParameterFields(graph).filter((field) => isChoice(typing, field)));
    for (const field of depth < DEPTH ? testedByCallees(typing, graph, depth) : []) found.add(field);
    fields = [...found];
    if (depth === 0) known.set(graph, fields);
    else known.delete(graph);
  }
  return fields;
}

function testedByCallees(typing: Typing, graph: FunctionGraph, depth: number): FieldVariable[] {
  const own = graph.parameters.slice(graph.hasReceiver ? 1 : 0).filter((each) => isStruct(typing, each));
  if (own.length === 0) return [];
  const calls = graph.blocks.flatMap(({ operations }) =>
    operations.filter(
      (operation) => operation.op === 'call' && givenTo(operation).some((each) => own.includes(each)),
    ),
  );
  return calls.flatMap((call) => {
    if (call.op !== 'call') return [];
    const callee = typing.callee(call);
    if (callee.kind !== 'declared' || callee.declaration.package.isModel) return [];
    const inner = typing.graphs.of(callee.declaration);
    if (!inner) return [];
    const passed = passedTo(call, inner);
    return decisiveFields(typing, inner, depth + 1).flatMap(({ base, field }) => {
      const argument = passed[inner.parameters.indexOf(base)];
      return argument && own.includes(argument) ? [fieldVariable(argument, field)] : [];
    });
  });
}

function isStruct(typing: Typing, variable: Variable): boolean {
  const type = typing.types.dereference(typing.typeOf(variable));
  return type.kind === 'named' && typing.types.underlying(type).kind === 'struct';
}

/** True for a flag, and for what may be nil. */
function isChoice(typing: Typing, { base, field }: FieldVariable): boolean {
  const type = typing.types.select(typing.typeOf(base), field)?.type;
  const underlying = type && typing.types.underlying(type);
  if (underlying?.kind === 'basic') return underlying.name === 'bool';
  return (
    underlying?.kind === 'interface' || underlying?.kind === 'pointer' || underlying?.kind === 'function'
  );
}
