import type { Call, FunctionGraph, Variable } from '../../ir/ir.ts';
import { conditionVariables, givenTo } from '../../ir/ir.ts';
import type { Typing } from '../../ir/typing.ts';
import type { State } from './state.ts';

/** Stands for `base.field` while neither is assigned, so that two tests of one field agree with each other. */
export interface FieldVariable extends Variable {
  readonly base: Variable;
  readonly field: string;
}

/** Below zero, apart from the keys that lowering gives. */
let nextKey = -1;

const known = new WeakMap<Variable, Map<string, FieldVariable>>();
const tested = new WeakMap<FunctionGraph, TestedFields>();

interface TestedFields {
  readonly once: ReadonlySet<Variable>;
  readonly often: ReadonlySet<Variable>;
  readonly parameters: readonly FieldVariable[];
}

/** True for the stand-in of a field. */
export function isFieldVariable(variable: Variable): variable is FieldVariable {
  return 'base' in variable;
}

/** The field that a temporary was loaded from, when its function tests that field more than once, or passes a flag on too. */
export function testedField(variable: Variable): FieldVariable | undefined {
  const field = loadedField(variable);
  return field && testedFields(variable.function).often.has(field) ? field : undefined;
}

/** The field of a named variable that a temporary was loaded from. */
export function loadedField(variable: Variable): FieldVariable | undefined {
  const definition =
    variable.kind === 'temporary' && variable.definitions.length === 1 ? variable.definitions[0] : undefined;
  if (definition?.op !== 'field' || definition.base.kind === 'temporary') return undefined;
  return fieldVariable(definition.base, definition.field);
}

/** True for a field that branches of its function test. */
export function isTested(field: FieldVariable): boolean {
  return testedFields(field.function).once.has(field);
}

/** The fields of a function's parameters that its branches test. */
export function testedParameterFields(graph: FunctionGraph): readonly FieldVariable[] {
  return testedFields(graph).parameters;
}

/** Whether there are stand-ins of fields of a variable. */
export function hasFieldVariables(base: Variable): boolean {
  return known.has(base);
}

/** The stand-in of a field of a variable. */
export function fieldVariable(base: Variable, field: string): FieldVariable {
  let fields = known.get(base);
  if (!fields) known.set(base, (fields = new Map()));
  let variable = fields.get(field);
  if (!variable) {
    variable = { ...base, key: nextKey--, kind: 'temporary', name: '', definitions: [], base, field };
    fields.set(field, variable);
  }
  return variable;
}

function testedFields(graph: FunctionGraph): TestedFields {
  let fields = tested.get(graph);
  if (!fields) {
    const once = new Set<FieldVariable>();
    const often = new Set<FieldVariable>();
    const flags = new Set<FieldVariable>();
    const passed = new Set<FieldVariable>();
    for (const { operations, terminator } of graph.blocks) {
      for (const field of fieldsAmong(conditionVariables(terminator))) {
        if (once.has(field)) often.add(field);
        once.add(field);
        if (terminator.kind === 'branch' && terminator.condition.kind === 'true') flags.add(field);
      }
      for (const operation of operations)
        if (operation.op === 'call') for (const field of fieldsAmong(operation.arguments)) passed.add(field);
    }
    // Whoever is given a flag may test it again.
    for (const field of flags) if (passed.has(field)) often.add(field);
    fields = { once, often, parameters: [...once].filter(({ base }) => base.kind === 'parameter') };
    tested.set(graph, fields);
  }
  return fields;
}

function fieldsAmong(variables: readonly Variable[]): FieldVariable[] {
  return variables.flatMap((variable) => loadedField(variable) ?? []);
}

/** The state without what is known of fields that an assignment to `field` may change. */
export function afterFieldAssignment(state: State, field: string): State {
  return without(state, (variable) => variable.field === field);
}

/** The state without what is known of the fields of what a call is given: its body may assign them. */
export function afterCallWith(typing: Typing, state: State, call: Call): State {
  const given = givenTo(call).filter((each) => !isPlain(typing, each));
  return without(state, (variable) =>
    given.some((each) => each === variable.base || leadsTo(each, variable.base)),
  );
}

/** A text, a number, a flag, or several of something: through it, no field of what it was loaded from can be assigned. */
function isPlain(typing: Typing, variable: Variable): boolean {
  return /^(?:basic|slice|array|map)$/.test(typing.types.underlying(typing.typeOf(variable)).kind);
}

/** A temporary that holds the variable's address, or a field of it. */
function leadsTo(given: Variable, base: Variable): boolean {
  const definition = given.kind === 'temporary' ? given.definitions[0] : undefined;
  if (definition?.op === 'convert') return definition.source === base;
  return definition?.op === 'field' && definition.base === base;
}

/** The state without what is known of the fields of a variable that is assigned. */
export function afterAssignment(state: State, base: Variable): State {
  return without(state, (variable) => variable.base === base);
}

function without(state: State, drops: (variable: FieldVariable) => boolean): State {
  for (const variable of state.facts.keys()) {
    if (!isFieldVariable(variable) || !drops(variable)) continue;
    return {
      ...state,
      facts: new Map([...state.facts].filter(([each]) => !isFieldVariable(each) || !drops(each))),
    };
  }
  return state;
}
