import { isDeferredLiteral } from '../../ir/deferred-literal.ts';
import type { Call, Composite, Operation, Variable } from '../../ir/ir.ts';
import type { Type } from '../../resolve/type.ts';
import { addressFact, assertedFact, convertedFact, madeAs } from '../value/assertion.ts';
import { counted } from '../value/bounds.ts';
import { applyCall } from './call.ts';
import { cancelsOf, withCancels } from '../request/cancel.ts';
import { captures, leadsToResource } from '../state/captures.ts';
import { withLiteral } from '../state/changed-inside.ts';
import { ANY_CHOICE } from '../state/choices.ts';
import { withValues } from '../summary/enter.ts';
import type { Fact } from '../state/fact.ts';
import { NOT_NIL, isEssential } from '../state/fact.ts';
import {
  afterAssignment,
  afterFieldAssignment,
  fieldVariable,
  hasFieldVariables,
  isFieldVariable,
} from '../state/field-value.ts';
import type { Origin, Walking } from '../summary/flow.ts';
import type { Handle } from '../state/handle.ts';
import { isOwning, isTooDeep, withField } from '../state/handle.ts';
import { fieldOf, memberOf, through } from './held.ts';
import { isRequest } from '../request/http.ts';
import { endIteration } from './iteration.ts';
import { noteKept } from './kept.ts';
import { carriedAround } from './loops.ts';
import { copyFields, madeType, withMadeFields, withSetField } from '../summary/made-fields.ts';
import { valueFact } from '../summary/entry.ts';
import { withContexts } from './request-context.ts';
import { HEAD_REQUEST, isHead } from '../request/request.ts';
import type { State } from '../state/state.ts';
import { assign, learn } from '../state/state.ts';
import { isAllocation, storeField } from './store.ts';
import { equalityFact, globalFact } from '../value/value-fact.ts';

const ZERO: Fact = { kind: 'zero' };

/**
 * The states after an operation. None when the path has been decided: the resource is owned elsewhere from
 * now on, was read to EOF, or was closed (which the walk has then noted).
 */
export function transfer(walk: Walking, operation: Operation, state: State): readonly State[] {
  switch (operation.op) {
    case 'assign':
      return [assigned(walk, afterAssignment(state, operation.target), operation.target, operation.source)];
    case 'constant':
      return [assign(state, operation.target, undefined, operation.value)];
    case 'zero':
      return [
        withMadeFields(walk, assign(state, operation.target, undefined, ZERO), operation.target, undefined),
      ];
    case 'convert': {
      const converted =
        operation.how === 'address'
          ? addressOf(state, operation.target, operation.source)
          : operation.how === 'assertion'
            ? copy(state, operation.target, operation.source)
            : convertedTo(state, operation.target, operation.source);
      const { found } = operation;
      return [found ? assign(converted, found, undefined, assertedFact(walk, operation, state)) : converted];
    }
    case 'field':
      return [loadField(walk, state, operation)];
    case 'set field':
      return storeField(walk, afterFieldAssignment(state, operation.field), operation).map((each) =>
        withSetField(walk, each, operation),
      );
    case 'set element':
    case 'set global':
      return leadsToResource(state, operation.source) ? [] : [state];
    case 'send':
      return leadsToResource(state, operation.value) ? [] : [state];
    case 'closure':
      return [afterLiteral(state, operation)];
    case 'composite':
      return compose(walk, state, operation);
    case 'call':
      if (isAllocation(operation)) return [allocate(walk, operation, state)];
      if (operation !== walk.origin?.call) return applyCall(walk, operation, state);
      return state.born ? obtainNext(walk, operation, state) : obtain(walk, walk.origin, state);
    case 'range':
      return [operation.key, operation.value].reduce(
        (states, target) =>
          target ? states.map((each) => assign(each, target, undefined, undefined)) : states,
        [state],
      );
    case 'element':
    case 'receive': {
      // The request's context has ended: its connection is freed.
      if (operation.op === 'receive' && state.facts.get(operation.channel)?.kind === 'request context')
        return [];
      const taken = assign(state, operation.target, undefined, undefined);
      return [operation.found ? assign(taken, operation.found, undefined, undefined) : taken];
    }
    case 'global':
      return [assign(state, operation.target, undefined, globalFact(walk, operation))];
    case 'combine':
      return [
        assign(
          state,
          operation.target,
          undefined,
          counted(walk, state, operation) ?? equalityFact(state, operation),
        ),
      ];
  }
}

function afterLiteral(state: State, { target, function: graph }: Operation & { op: 'closure' }): State {
  const there = isDeferredLiteral(graph) ? state : withLiteral(state, graph);
  return assign(there, target, undefined, { kind: 'function', graph });
}

function allocate(walk: Walking, { targets }: Call, state: State): State {
  const target = targets[0] as Variable;
  return withMadeFields(walk, assign(state, target, undefined, NOT_NIL), target, undefined);
}

/** The states after another resource was obtained at the origin while the one that is followed is open. */
function obtainNext(walk: Walking, call: Call, state: State): readonly State[] {
  const states = applyCall(walk, call, endIteration(state));
  for (const each of states) noteKept(walk, each);
  return states;
}

/** The states after the call at which the resource comes to be. */
function obtain(walk: Walking, origin: Origin, state: State): readonly State[] {
  const facts = withoutContexts(knownInAnyIteration(walk, origin, state.facts));
  const outcomes = origin.obtain(state);
  if (outcomes.length === 0) walk.noteMissed();
  return outcomes.map((outcome) => {
    const given: State = {
      ...state,
      born: true,
      read: outcome.read,
      reusable: outcome.reusable,
      contexts: outcome.contexts,
      cancelled: outcome.cancelled,
      facts,
      early: facts,
      choices: ANY_CHOICE,
      uncertain: outcome.uncertain,
      beside: outcome.beside,
      body: outcome.body,
      status: outcome.status,
      path: undefined,
    };
    const next = withValues(origin.call, outcome, given);
    const cancels = cancelsOf(origin.call, walk.flow.typing);
    const known = withContexts(next, origin.call, walk.flow.typing);
    return cancels.length === 0 ? known : withCancels(known, cancels);
  });
}

/** What is known of values whichever iteration of the loops around the origin it is. */
function knownInAnyIteration(walk: Walking, { call }: Origin, facts: State['facts']): State['facts'] {
  const carried = carriedAround(walk.flow, walk.graph, call);
  if (carried.size === 0) return facts;
  const varies = (variable: Variable) => carried.has(isFieldVariable(variable) ? variable.base : variable);
  return new Map([...facts].filter(([variable, { kind }]) => isEssential(kind) || !varies(variable)));
}

/** Once the request is made, what its context came from is all that matters of contexts. */
function withoutContexts(facts: State['facts']): State['facts'] {
  return new Map([...facts].filter(([, { kind }]) => kind !== 'context'));
}

function loadField(walk: Walking, state: State, operation: Operation & { op: 'field' }): State {
  const { target, base, field } = operation;
  const known = base.kind !== 'temporary' && hasFieldVariables(base) ? fieldVariable(base, field) : undefined;
  return assign(state, target, loaded(walk, state, base, field), known && state.facts.get(known));
}

function assigned(walk: Walking, state: State, target: Variable, source: Variable): State {
  const next = copy(state, target, source);
  const isNamed = source.definitions[0]?.op === 'global' && !next.facts.has(target);
  const fact = isNamed ? valueFact(walk.flow.typing, source, state) : undefined;
  return fact?.kind === 'function' ? learn(next, target, fact) : next;
}

function copy(state: State, target: Variable, source: Variable): State {
  const next = assign(state, target, state.handles.get(source), state.facts.get(source));
  return copyFields(next, target, source);
}

function convertedTo(state: State, target: Variable, source: Variable): State {
  const fact = convertedFact(state.facts.get(source));
  return copyFields(assign(state, target, state.handles.get(source), fact), target, source);
}

/** An address is never nil, whatever is stored there. */
function addressOf(state: State, target: Variable, source: Variable): State {
  const fact = state.facts.get(source);
  const next = assign(
    state,
    target,
    state.handles.get(source),
    fact?.kind === 'head request' ? fact : addressFact(fact),
  );
  return copyFields(next, target, source);
}

/** What a field of a value leads to. */
function loaded(walk: Walking, state: State, base: Variable, field: string): Handle | undefined {
  const handle = state.handles.get(base);
  if (!handle) return undefined;
  const direct = fieldOf(state, handle, field);
  if (direct) return direct;
  if (handle.kind === 'holder') {
    // A promoted field: go through the embedded fields that lead to it (Go spec, Selectors).
    const member = memberOf(walk, handle, base, field);
    const at = member && through(state, handle, member.path);
    const promoted = member && member.path.length > 0 && at ? fieldOf(state, at, field) : undefined;
    if (promoted || !member || member.kind === 'field') return promoted;
  }
  return handle.kind === 'body' || handle.kind === 'holder'
    ? { kind: 'method', name: field, receiver: handle }
    : undefined;
}

function compose(walk: Walking, state: State, operation: Operation & { op: 'composite' }): readonly State[] {
  if (operation.elements.some(({ value }) => captures(state, value))) return [];
  if (isCollection(walk, operation) && operation.elements.some(({ value }) => leadsToResource(state, value)))
    return [];
  const handle = composed(walk, state, operation);
  if (handle && isTooDeep(handle)) return [];
  const made = assign(state, operation.target, handle, madeFact(walk, state, operation));
  return [withMadeFields(walk, made, operation.target, operation)];
}

/** Of a slice, an array or a map it is not known which element is looked at. */
function isCollection({ flow: { typing } }: Walking, operation: Composite): boolean {
  const { kind } = typing.types.underlying(madeType(typing, operation));
  return kind === 'slice' || kind === 'array' || kind === 'map';
}

/** A composite literal that holds the resource: by field names, or by position in a struct. */
function composed(
  walk: Walking,
  state: State,
  operation: Operation & { op: 'composite' },
): Handle | undefined {
  const { typing } = walk.flow;
  let holder: Handle | undefined;
  operation.elements.forEach(({ field, value }, index) => {
    const inner = state.handles.get(value);
    if (!inner || !isOwning(inner)) return;
    const type = madeType(typing, operation);
    holder = withField(holder, field ?? fieldAt(walk, type, index), inner, type);
  });
  return holder;
}

function madeFact(walk: Walking, state: State, operation: Operation & { op: 'composite' }): Fact {
  const { typing } = walk.flow;
  const method = operation.elements.find(({ field }) => field === 'Method');
  const head =
    method !== undefined && isHead(typing, method.value, state) && isRequest(typing.typeOf(operation.target));
  return head ? HEAD_REQUEST : madeAs(walk, typing.typeOf(operation.target));
}

function fieldAt(walk: Walking, type: Type, index: number): string {
  const struct = walk.flow.typing.types.underlying(type);
  return struct.kind === 'struct' ? (struct.fields[index]?.name ?? '') : '';
}
