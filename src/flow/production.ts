import type { Block, Call, FunctionGraph, Operation, Variable } from '../ir/ir.ts';
import { successorsOf } from '../ir/ir.ts';
import type { FunctionType, Type } from '../resolve/type.ts';
import { constantOf } from './constant.ts';
import { outcomeOf } from './enter.ts';
import { NIL } from './fact.ts';
import type { Ending, Exit, Flow } from './flow.ts';
import { RESPONSE, BODY, isOwning } from './handle.ts';
import { CLIENT_TYPES, isRequest, isResponse } from './http.ts';
import type { State } from './state.ts';
import { assign } from './state.ts';
import { ANY_STATUS } from './status.ts';
import type { Outcome } from './summary.ts';
import type { Start, WalkResult } from './walk.ts';
import { Walk } from './walk.ts';

/** A call that yields a response which the function around it then owns. */
export interface Birth {
  /** The call, and the function in which it stands. */
  readonly call: Call;
  readonly graph: FunctionGraph;
  /** Where the walks begin: in `graph`, or in a function around it when a closure left the response there. */
  readonly within: FunctionGraph;
  readonly starts: readonly Start[];
}

/** What became of the resource of one birth. */
export interface Fate {
  readonly birth: Birth;
  /** Ways on which the body was closed before EOF was seen for certain. */
  readonly endings: readonly Ending[];
  /** Ways on which the function ends, the resource is open and nobody has it. */
  readonly leaks: readonly Exit[];
  /** Ways on which the caller gets the resource, or a function around a literal has it. */
  readonly handedOn: readonly Exit[];
}

const NOTHING: readonly never[] = [];

/** Finds where responses are obtained and follows each to its owner; remembers what it worked out. */
export class Productions {
  private readonly flow: Flow;
  private readonly fatesOf = new Map<FunctionGraph, readonly Fate[]>();

  constructor(flow: Flow) {
    this.flow = flow;
  }

  /** The fates of all responses that are obtained in a function, its literals apart. */
  fates(graph: FunctionGraph): readonly Fate[] {
    const known = this.fatesOf.get(graph);
    if (known) return known;
    // A function that obtains through itself adds nothing to what its other calls obtain.
    this.fatesOf.set(graph, NOTHING);
    const fates = this.births(graph).map((birth) => this.follow(birth));
    this.fatesOf.set(graph, fates);
    return fates;
  }

  /** The ways in which a call of this function gives its caller an open response. */
  private produced(graph: FunctionGraph): readonly Outcome[] {
    if (!graph.results.some((variable) => this.mayCarry(this.flow.typing.typeOf(variable)))) return NOTHING;
    const outcomes = this.fates(graph).flatMap((fate) =>
      fate.handedOn.map((exit) => outcomeOf(fate.birth.within, exit)),
    );
    return outcomes.filter((outcome) => outcome.results.some(({ handle }) => handle && isOwning(handle)));
  }

  private follow(birth: Birth): Fate {
    const result: WalkResult = new Walk(this.flow, birth.within).run(birth.starts);
    if (!result.complete) return { birth, endings: NOTHING, leaks: NOTHING, handedOn: NOTHING };
    const handedOn = result.exits.filter((exit) => [...exit.state.handles.values()].some(isOwning));
    const leaks = result.exits.filter((exit) => !handedOn.includes(exit));
    return { birth, endings: result.endings, leaks, handedOn };
  }

  private births(graph: FunctionGraph): Birth[] {
    const births: Birth[] = [];
    for (const block of reachable(graph)) {
      block.operations.forEach((operation, index) => {
        if (operation.op !== 'call' || operation.mode === 'defer') return;
        births.push(...this.birthsAt(graph, block, index, operation));
      });
    }
    return births;
  }

  private birthsAt(graph: FunctionGraph, block: Block, index: number, call: Call): Birth[] {
    const starts = this.obtained(call).map((outcome) => ({
      block,
      index: index + 1,
      state: initial(call, outcome),
    }));
    const births: Birth[] = starts.length > 0 ? [{ call, graph, within: graph, starts }] : [];
    if (call.mode === 'go') return births;
    for (const literal of closuresOf(call))
      births.push(...this.leftByClosure(graph, block, index, call, literal));
    return births;
  }

  /** Responses that a closure, run by this call, has left in variables of the functions around it. */
  private leftByClosure(
    graph: FunctionGraph,
    block: Block,
    index: number,
    call: Call,
    literal: FunctionGraph,
  ): Birth[] {
    return this.fates(literal).flatMap((fate) => {
      const outcomes = fate.handedOn
        .map((exit) => outcomeOf(literal, exit))
        .filter((outcome) => [...outcome.handles.values()].some(isOwning));
      if (outcomes.length === 0) return [];
      const starts = outcomes.map((outcome) => ({ block, index: index + 1, state: captured(call, outcome) }));
      return [{ call: fate.birth.call, graph: fate.birth.graph, within: graph, starts }];
    });
  }

  /** The ways in which a call yields a response that was not there before. */
  private obtained(call: Call): readonly Outcome[] {
    const { typing } = this.flow;
    const callee = typing.callee(call);
    const { signature } = callee;
    if (callee.kind === 'literal') return this.produced(callee.graph);
    if (!signature || !signature.results.some((result) => this.mayCarry(result.type))) return NOTHING;
    if (this.isHeadRequest(call)) return NOTHING;
    switch (callee.kind) {
      case 'declared': {
        const { declaration } = callee;
        if (declaration.package.isModel) return this.obtainedByModel(call, signature);
        const graph = typing.graphs.of(declaration);
        return graph ? this.produced(graph) : NOTHING;
      }
      case 'dynamic':
        return this.obtainedDynamically(call, callee.interface, callee.name, signature);
      case 'value':
        return yieldsResponse(signature) ? fresh(signature) : NOTHING;
      default:
        return NOTHING;
    }
  }

  private obtainedByModel(call: Call, signature: FunctionType): readonly Outcome[] {
    const callee = this.flow.typing.callee(call);
    const declaration = 'declaration' in callee ? callee.declaration : undefined;
    const effect = declaration && this.flow.effectsOf(declaration).find((each) => each.verb === 'obtains');
    return effect?.closing ? fresh(signature) : NOTHING;
  }

  /** Through an interface: from the clients of net/http if they satisfy it, else from what implements it here. */
  private obtainedDynamically(
    call: Call,
    owner: Type,
    name: string,
    signature: FunctionType,
  ): readonly Outcome[] {
    const { types, graphs } = this.flow.typing;
    const callee = this.flow.typing.callee(call);
    if ('declaration' in callee && callee.declaration?.package.isModel)
      return this.obtainedByModel(call, signature);
    const isClient = CLIENT_TYPES.some((client) =>
      types.implements(types.named(client.package, client.name), owner),
    );
    const implementations = isClient ? [] : types.implementations(owner, name);
    if (implementations.length === 0) return yieldsResponse(signature) ? fresh(signature) : NOTHING;
    return implementations.flatMap((declaration) => {
      const graph = graphs.of(declaration);
      return graph ? this.produced(graph) : NOTHING;
    });
  }

  /** A response to HEAD has no body (RFC 9110, 9.3.2): the method is a constant of the call or of its request. */
  private isHeadRequest(call: Call): boolean {
    const { typing } = this.flow;
    const isHead = (variable: Variable): boolean => {
      const value = constantOf(typing, variable);
      return value?.kind === 'string' && value.value === 'HEAD';
    };
    return call.arguments.some((argument) => {
      if (isHead(argument)) return true;
      if (!isRequest(typing.typeOf(argument))) return false;
      return (
        argument.definitions.every(
          (definition) => definition.op === 'call' && definition.arguments.some(isHead),
        ) && argument.definitions.length > 0
      );
    });
  }

  private readonly carriers = new Map<string, boolean>();

  /** Whether a value of this type can lead to a response: the response, a body, a struct or interface with either. */
  private mayCarry(type: Type, depth = 0): boolean {
    const bare = type.kind === 'pointer' ? type.element : type;
    if (isResponse(bare)) return true;
    if (bare.kind === 'typeParameter') return true;
    if (bare.kind !== 'named' && bare.kind !== 'struct' && bare.kind !== 'interface') return false;
    const key = bare.kind === 'named' ? `${bare.package}.${bare.name}` : '';
    const known = key === '' ? undefined : this.carriers.get(key);
    if (known !== undefined) return known;
    if (key !== '') this.carriers.set(key, false);
    const result = this.holds(bare, depth);
    if (key !== '') this.carriers.set(key, result);
    return result;
  }

  private holds(type: Type, depth: number): boolean {
    const { types } = this.flow.typing;
    const underlying = types.underlying(type);
    if (underlying.kind === 'interface') {
      return types.select(type, 'Close') !== undefined && types.select(type, 'Read') !== undefined;
    }
    if (underlying.kind !== 'struct' || depth > 2) return false;
    return underlying.fields.some((field) => this.mayCarry(field.type, depth + 1));
  }
}

/** A response that net/http has just given, unread. The error beside it is nil. */
function fresh(signature: FunctionType): readonly Outcome[] {
  const results = signature.results.map(({ type }) => {
    const handle = isResponse(type) ? RESPONSE : undefined;
    const isError = type.kind === 'basic' && type.name === 'error';
    return { handle, fact: isError ? NIL : undefined };
  });
  if (!results.some(({ handle }) => handle)) return NOTHING;
  const none = new Map<Variable, never>();
  return [
    {
      read: 'none',
      body: BODY,
      status: ANY_STATUS,
      results,
      handles: none,
      facts: none,
      steps: [],
      span: { start: 0, end: 0 },
    },
  ];
}

/** A function type such as that of http.Client.Do: a response, perhaps with an error, and nothing else. */
function yieldsResponse(signature: FunctionType): boolean {
  const [first, second, ...others] = signature.results;
  if (!first || !isResponse(first.type) || others.length > 0) return false;
  return second === undefined || (second.type.kind === 'basic' && second.type.name === 'error');
}

function initial(call: Call, outcome: Outcome): State {
  let state = blank(outcome);
  call.targets.forEach((target, index) => {
    const result = outcome.results[index];
    state = assign(state, target, result?.handle, result?.fact);
  });
  return state;
}

function captured(call: Call, outcome: Outcome): State {
  let state = blank(outcome);
  for (const [variable, handle] of outcome.handles)
    state = assign(state, variable, handle, outcome.facts.get(variable));
  for (const [variable, fact] of outcome.facts) {
    if (!outcome.handles.has(variable)) state = assign(state, variable, undefined, fact);
  }
  // Whoever ran the closure gives its error back, or none when it had none.
  const error = outcome.results.at(-1)?.fact;
  const target = call.targets.at(-1);
  return target && error ? assign(state, target, undefined, error) : state;
}

function blank(outcome: Outcome): State {
  return {
    read: outcome.read,
    body: outcome.body,
    status: outcome.status,
    handles: new Map(),
    facts: new Map(),
    deferred: undefined,
    path: undefined,
  };
}

/** The literals that a call is given, or is a call of. */
function closuresOf(call: Call): FunctionGraph[] {
  const candidates =
    call.callee.kind === 'value' ? [call.callee.function, ...call.arguments] : call.arguments;
  return candidates.flatMap((variable) => {
    const definition: Operation | undefined =
      variable.definitions.length === 1 ? variable.definitions[0] : undefined;
    return definition?.op === 'closure' ? [definition.function] : [];
  });
}

function reachable(graph: FunctionGraph): Block[] {
  const seen = new Set<Block>();
  const work = graph.blocks.slice(0, 1);
  for (let block = work.pop(); block; block = work.pop()) {
    if (seen.has(block)) continue;
    seen.add(block);
    work.push(...successorsOf(block.terminator));
  }
  return graph.blocks.filter((block) => seen.has(block));
}
