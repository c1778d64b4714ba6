import type { ResolvedCallee } from '../../ir/callee.ts';
import { clientMethod } from '../../ir/client-shape.ts';
import type { Call, FunctionGraph } from '../../ir/ir.ts';
import type { Effect } from '../../models/effect.ts';
import type { FunctionType } from '../../resolve/type.ts';
import { isErrorType } from '../../resolve/universe.ts';
import { dispatched, isAsserted } from './birth-call.ts';
import type { Yields } from '../request/connection.ts';
import { Connections } from '../request/connection.ts';
import { contextsGiven } from '../walk/context.ts';
import { valueFact } from '../summary/entry.ts';
import { NIL } from '../state/fact.ts';
import { Fakes } from './fakes.ts';
import type { Flow } from '../summary/flow.ts';
import { fresh, yieldsResponse } from './fresh.ts';
import { CLIENT_TYPES } from '../request/http.ts';
import { isHeadCall } from '../request/request.ts';
import { isReusable } from '../request/reuse.ts';
import type { State } from '../state/state.ts';
import type { Outcome } from '../summary/summary.ts';

const NOTHING: readonly never[] = [];

/** With more implementations than this, what an interface call obtains counts as unknown. */
const MANY_IMPLEMENTATIONS = 256;

/** The ways in which a call of a function gives its caller an open response. */
export type Produced = (graph: FunctionGraph, call: Call, state: State) => readonly Outcome[];

/** Works out what a call gives that was not there before. */
export class Obtained {
  private readonly flow: Flow;
  private readonly produced: Produced;
  private readonly connections: Connections;
  private readonly fakes: Fakes;

  constructor(flow: Flow, produced: Produced, yields: Yields) {
    this.flow = flow;
    this.produced = produced;
    this.connections = new Connections(flow.typing, yields);
    this.fakes = new Fakes(flow.typing, this.connections, yields);
  }

  /** The ways in which a call yields a response that was not there before. */
  of(call: Call, state: State): readonly Outcome[] {
    const { typing } = this.flow;
    const callee = typing.callee(call);
    const { signature } = callee;
    if (callee.kind === 'declared' && (!this.mayGive(signature) || this.fakes.areBehind(call)))
      return NOTHING;
    // Whatever becomes of the method on its way to the request: the caller asked for HEAD.
    if (isHeadCall(typing, call, state)) return NOTHING;
    if (callee.kind === 'literal') return this.produced(callee.graph, call, state);
    const held = call.callee.kind === 'value' ? state.facts.get(call.callee.function) : undefined;
    if (held?.kind === 'function') return this.produced(held.graph, call, state);
    if (callee.kind === 'unknown') {
      const method = clientMethod(typing, call);
      return method ? this.fresh(call, method, state) : NOTHING;
    }
    if (!signature || !this.mayGive(signature)) return NOTHING;
    switch (callee.kind) {
      case 'declared': {
        const { declaration } = callee;
        if (declaration.package.isModel) return this.obtainedByModel(call, signature, state);
        const graph = typing.graphs.of(declaration);
        return graph ? this.produced(graph, call, state) : NOTHING;
      }
      case 'dynamic':
        return this.obtainedDynamically(call, callee, state);
      case 'value':
        return yieldsResponse(signature) && !isAsserted(call) && !this.fakes.areBehind(call)
          ? this.fresh(call, signature, state)
          : NOTHING;
      default:
        return NOTHING;
    }
  }

  private obtainedByModel(call: Call, signature: FunctionType, state: State): readonly Outcome[] {
    const callee = this.flow.typing.callee(call);
    const declaration = 'declaration' in callee ? callee.declaration : undefined;
    const effects = declaration ? this.flow.effectsOf(declaration) : [];
    const effect = effects.find((each) => each.verb === 'obtains');
    if (!effect) return this.obtainedByArgument(call, signature, effects, state);
    if (!effect.closing || this.isFake(call)) return NOTHING;
    return this.fresh(call, signature, state);
  }

  /** What is given back in a type parameter can only come from the function that is given and called. */
  private obtainedByArgument(
    call: Call,
    { parameters, results }: FunctionType,
    effects: readonly Effect[],
    state: State,
  ): readonly Outcome[] {
    if (results[0]?.type.kind !== 'typeParameter') return NOTHING;
    const called = effects.find(({ verb }) => verb === 'calls');
    const argument = call.arguments[parameters.findIndex(({ name }) => name === called?.subject)];
    const fact = argument && valueFact(this.flow.typing, argument, state);
    return fact?.kind === 'function' ? this.produced(fact.graph, call, state) : NOTHING;
  }

  /** True when no connection is behind a call: its receiver is a fake, or may well be one. */
  private isFake(call: Call): boolean {
    const { callee } = call;
    if (callee.kind !== 'method') return false;
    const connects = this.connections.connects(callee.receiver, callee.name);
    if (connects !== undefined) return !connects;
    const type = this.flow.typing.typeOf(callee.receiver);
    return (
      this.flow.typing.types.underlying(type).kind === 'interface' &&
      this.connections.mayBeFake(type, callee.name, callee.receiver.function)
    );
  }

  /** Through an interface: from the clients of net/http if they satisfy it, else from what implements it here. */
  private obtainedDynamically(
    call: Call,
    callee: ResolvedCallee & { kind: 'dynamic' },
    state: State,
  ): readonly Outcome[] {
    const { types, graphs } = this.flow.typing;
    const { signature } = callee;
    if (!signature) return NOTHING;
    if (callee.declaration?.package.isModel) return this.obtainedByModel(call, signature, state);
    if (this.isFake(call)) return NOTHING;
    const isClient = CLIENT_TYPES.some((client) =>
      types.implements(
        types.named(client.package, client.name),
        dispatched(this.flow.typing, call) ?? callee.interface,
      ),
    );
    const implementations = isClient
      ? []
      : types.implementations(dispatched(this.flow.typing, call) ?? callee.interface, callee.name);
    if (implementations.length === 0) {
      return yieldsResponse(signature) ? this.fresh(call, signature, state) : NOTHING;
    }
    // What one of so many hands on says little of this call; all of them at every call are too much to work out.
    if (implementations.length > MANY_IMPLEMENTATIONS) return NOTHING;
    const produced = implementations.flatMap((declaration) => {
      const graph = graphs.of(declaration);
      return graph ? this.produced(graph, call, state) : NOTHING;
    });
    // That one of several gives a response beside an error, or may, says nothing of the others.
    return implementations.length > 1
      ? produced.filter(({ beside }) => !beside).map((each) => withoutError(each, signature))
      : produced;
  }

  /** Whether a result may hold a response. */
  private mayGive(signature: FunctionType | undefined): boolean {
    return signature?.results.some((result) => this.flow.carriers.has(result.type)) === true;
  }

  private fresh(call: Call, signature: FunctionType, state: State): readonly Outcome[] {
    return fresh(signature, isReusable(this.flow.typing, call), contextsGiven(call, state));
  }
}

/** An outcome with no error, unless one is known. */
function withoutError(outcome: Outcome, signature: FunctionType): Outcome {
  const last = outcome.results.length - 1;
  const type = signature.results[last]?.type;
  if (!type || !isErrorType(type) || outcome.results[last]?.fact) return outcome;
  const results = outcome.results.map((result, index) =>
    index === last ? { ...result, fact: NIL } : result,
  );
  return { ...outcome, results };
}
