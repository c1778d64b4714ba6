import type { Composite, Operation, Variable } from '../../ir/ir.ts';
import type { Typing } from '../../ir/typing.ts';
import { isErrorType } from '../../resolve/universe.ts';
import type { Type } from '../../resolve/type.ts';
import { isChangedInside } from '../state/changed-inside.ts';
import { typedFact, valueFact } from './entry.ts';
import type { Fact } from '../state/fact.ts';
import { FALSE, NIL, NOT_NIL, TRUE, isNil, truth } from '../state/fact.ts';
import { fieldVariable, hasFieldVariables, isFieldVariable, isTested } from '../state/field-value.ts';
import type { Walking } from './flow.ts';
import type { State } from '../state/state.ts';

/** Facts of fields, by their names. */
export type FieldFacts = ReadonlyMap<string, Fact>;

/**
 * The state after a struct was made that can hold a response: what its flags are and which of its fields are nil tells
 * whoever gets it whether there is an open body inside. Fields that are not given are zero (Go spec, Composite literals).
 */
export function withMadeFields(
  walk: Walking,
  state: State,
  target: Variable,
  literal: Composite | undefined,
): State {
  const { typing, carriers } = walk.flow;
  const type = literal ? madeType(typing, literal) : typing.types.dereference(typing.typeOf(target));
  const struct = typing.types.underlying(type);
  const matters = carriers.has(type) || state.handles.has(target);
  if (struct.kind !== 'struct' || !matters) return withFields(state, target, NOTHING);
  const facts = new Map<string, Fact>();
  struct.fields.forEach((field, index) => {
    const element = literal?.elements.find(
      (each, at) => each.field === field.name || (!each.field && at === index),
    );
    const fact = element
      ? given(walk, state, element.value, field.type)
      : ZEROS.get(kindOf(typing.types.underlying(field.type)));
    if (fact) facts.set(field.name, fact);
  });
  return withFields(state, target, facts);
}

/** The type of a composite literal; the variable that gets the value may be of an interface. */
export function madeType(typing: Typing, { target, type }: Composite): Type {
  const declared = typing.types.dereference(typing.typeOf(target));
  const isInterface = type >= 0 && typing.types.underlying(declared).kind === 'interface';
  return isInterface ? typing.written(target.function, type) : declared;
}

const NOTHING: FieldFacts = new Map();

const ZEROS: ReadonlyMap<string, Fact> = new Map([
  ['bool', FALSE],
  ['string', { kind: 'string', value: '' }],
  ['interface', NIL],
  ['slice', NIL],
  ['map', NIL],
  ['channel', NIL],
  ['pointer', NIL],
  ['function', NIL],
]);

function kindOf(type: { readonly kind: string; readonly name?: string }): string {
  return type.kind === 'basic' ? (type.name ?? '') : type.kind;
}

/** What is known of a value, as far as a branch may ask for it. */
function given(walk: Walking, state: State, value: Variable, type: Type): Fact | undefined {
  const { typing } = walk.flow;
  if (state.handles.has(value)) return undefined;
  const fact = valueFact(typing, value, state) ?? typedFact(typing, value, type);
  const flag = truth(fact);
  const underlying = typing.types.underlying(type);
  if (underlying.kind === 'basic') return flag === undefined ? undefined : flag ? TRUE : FALSE;
  if (fact?.kind === 'function') return fact;
  const nil = isNil(fact);
  return nil === undefined ? undefined : nil ? NIL : NOT_NIL;
}

/** The state after a field was assigned of a struct that can hold a response, of an error, or of one that is tested. */
export function withSetField(walk: Walking, state: State, operation: Operation & { op: 'set field' }): State {
  const { base, field, source } = operation;
  const { typing, carriers } = walk.flow;
  if (base.kind === 'temporary') return state;
  const owner = typing.types.dereference(typing.typeOf(base));
  const type = typing.types.select(owner, field)?.type;
  const matters = carriers.has(owner) || (type && isErrorType(type)) || isTested(fieldVariable(base, field));
  if (!type || !matters || isChangedInside(base, field, [operation])) return state;
  const fact = given(walk, state, source, type);
  if (!fact) return state;
  return { ...state, facts: new Map([...state.facts, [fieldVariable(base, field), fact]]) };
}

/** The state in which a variable has the fields of another one. */
export function copyFields(state: State, target: Variable, source: Variable): State {
  return withFields(state, target, hasFieldVariables(source) ? fieldsOf(state, source) : NOTHING);
}

/** What is known of the fields of a variable. */
export function fieldsOf(state: Pick<State, 'facts'>, base: Variable): FieldFacts {
  if (!hasFieldVariables(base)) return NOTHING;
  const facts = new Map<string, Fact>();
  for (const [variable, fact] of state.facts)
    if (isFieldVariable(variable) && variable.base === base) facts.set(variable.field, fact);
  return facts;
}

/** The state in which this is known of the fields of a variable, and nothing else. */
export function withFields(state: State, base: Variable, fields: FieldFacts): State {
  if (fields.size === 0 && !hasFieldVariables(base)) return state;
  const facts = new Map(
    [...state.facts].filter(([variable]) => !isFieldVariable(variable) || variable.base !== base),
  );
  if (fields.size === 0 && facts.size === state.facts.size) return state;
  for (const [name, fact] of fields)
    if (!isChangedInside(base, name, base.definitions)) facts.set(fieldVariable(base, name), fact);
  return { ...state, facts };
}
