import type { Bindings } from '../callgraph/bindings.ts';
import { bound } from '../callgraph/bindings.ts';
import type { Placed } from '../callgraph/graph-walk.ts';
import { operationsOf } from '../callgraph/graph-walk.ts';
import { outermost } from '../ir/literals.ts';
import { constantOf } from '../flow/state/constant.ts';
import { passedTo } from '../flow/summary/entry.ts';
import { isNamed, namedType } from '../flow/request/http.ts';
import type { Call, FunctionGraph, Variable } from '../ir/ir.ts';
import type { Typing } from '../ir/typing.ts';
import type { Declaration } from '../resolve/declaration.ts';
import type { Type } from '../resolve/type.ts';
import type { Origins } from './origins.ts';

/** A value with what the parameters of functions are where it is used. */
export interface BoundValue {
  readonly variable: Variable;
  readonly bindings: Bindings;
}

/** A call of a method of the connection that a dial function returns. */
export interface ConnectionCall {
  readonly placed: Placed<Call>;
  readonly bindings: Bindings;
}

/** What a function that opens connections does, as far as it is seen. */
export interface Dialling {
  /** Every way ends in a dial over TCP by package net or crypto/tls. */
  readonly isTcp: boolean;
  /** The values that it dials with: of type net.Dialer, or with one inside, such as tls.Dialer. */
  readonly dialers: readonly BoundValue[];
  readonly calls: readonly ConnectionCall[];
}

/** Calls of calls are followed this far. */
const DEPTH = 12;

const NONE: Bindings = new Map();

/** What a value of a function type does when it opens a connection. */
export function diallingOf(origins: Origins, dial: Variable): Dialling {
  const follower = new DialFollower(origins);
  follower.functionValue(dial, NONE, 0);
  const { isUnknown, dials, dialers, calls } = follower;
  return { isTcp: dials > 0 && !isUnknown, dialers, calls };
}

/** Follows a connection from the results of a dial function back to where it is opened. */
class DialFollower {
  isUnknown = false;
  dials = 0;
  readonly dialers: BoundValue[] = [];
  readonly calls: ConnectionCall[] = [];
  private readonly origins: Origins;
  private readonly typing: Typing;
  private readonly entered = new Set<Variable>();

  constructor(origins: Origins) {
    this.origins = origins;
    this.typing = origins.typing;
  }

  functionValue(value: Variable, bindings: Bindings, depth: number, call?: Call): void {
    for (const origin of this.origins.of(value, bindings)) {
      if (origin.kind === 'unknown') this.isUnknown = true;
      else if (origin.kind === 'function') {
        const { declaration, receiver } = origin;
        this.declared(declaration, receiver, origin.bindings, depth, call, bindings);
      } else if (origin.operation.op === 'closure') {
        const graph = origin.operation.function;
        const inner = call
          ? this.origins.inside(call, graph, merged(origin.bindings, bindings))
          : origin.bindings;
        this.result(graph, 0, inner, depth);
      } else if (origin.operation.op !== 'constant') this.isUnknown = true;
    }
  }

  /** A function or bound method that is called through a value. */
  private declared(
    declaration: Declaration,
    receiver: Variable | undefined,
    bindings: Bindings,
    depth: number,
    call: Call | undefined,
    callBindings: Bindings,
  ): void {
    if (declaration.package.isModel) {
      this.opened(declaration, receiver, call?.arguments ?? [], merged(bindings, callBindings));
      return;
    }
    const graph = this.typing.graphs.of(declaration);
    if (!graph) {
      this.isUnknown = true;
      return;
    }
    const inner = new Map(bindings);
    const passed = [...(receiver ? [receiver] : []), ...(call?.arguments ?? [])];
    graph.parameters.forEach((parameter, index) => {
      const argument = passed[index];
      if (argument) inner.set(parameter, bound(callBindings, argument));
    });
    this.result(graph, 0, inner, depth);
  }

  /** A result of a function that is a connection. */
  private result(graph: FunctionGraph, index: number, bindings: Bindings, depth: number): void {
    const result = graph.results[index];
    if (!result || depth > DEPTH) {
      this.isUnknown = true;
      return;
    }
    if (this.entered.has(result)) return;
    this.entered.add(result);
    const leads = this.leading(result, bindings, depth);
    this.scan(graph, leads, bindings, depth);
  }

  /** The variables whose values may be the connection that a variable holds, or what that wraps. */
  private leading(from: Variable, bindings: Bindings, depth: number): ReadonlySet<Variable> {
    const leads = new Set([from]);
    for (const variable of leads) {
      if (variable.kind === 'parameter') {
        const argument = bound(bindings, variable);
        if (argument === variable) this.isUnknown = true;
        else leads.add(argument);
      }
      for (const definition of variable.definitions) {
        switch (definition.op) {
          case 'assign':
          case 'convert':
            leads.add(definition.source);
            break;
          case 'composite':
            for (const { value } of definition.elements) if (this.isConnection(value)) leads.add(value);
            break;
          case 'call':
            this.yielded(variable, definition, bindings, depth, leads);
            break;
          case 'constant':
          case 'zero':
            break;
          default:
            this.isUnknown = true;
        }
      }
      for (const value of this.storedIn(variable)) leads.add(value);
    }
    return leads;
  }

  /** The connections that the function around stores in fields of a variable. */
  private storedIn(variable: Variable): Variable[] {
    return operationsOf(outermost(variable.function)).flatMap(({ operation }) =>
      operation.op === 'set field' && operation.base === variable && this.isConnection(operation.source)
        ? [operation.source]
        : [],
    );
  }

  /** A connection that a call yields. */
  private yielded(
    variable: Variable,
    call: Call,
    bindings: Bindings,
    depth: number,
    leads: Set<Variable>,
  ): void {
    const callee = this.typing.callee(call);
    for (const argument of call.arguments) if (this.isConnection(argument)) leads.add(argument);
    const wraps = call.arguments.some((argument) => this.isConnection(argument));
    if (callee.kind === 'literal') {
      const index = call.targets.indexOf(variable);
      this.result(callee.graph, index, this.origins.inside(call, callee.graph, bindings), depth + 1);
    } else if (callee.kind === 'declared') {
      const { declaration } = callee;
      const receiver = call.callee.kind === 'method' ? call.callee.receiver : undefined;
      const graph = declaration.package.isModel ? undefined : this.typing.graphs.of(declaration);
      if (graph) {
        const index = call.targets.indexOf(variable);
        this.result(graph, index, this.origins.inside(call, graph, bindings), depth + 1);
      } else if (!wraps) this.opened(declaration, receiver, call.arguments, bindings);
    } else if (callee.kind === 'value' && call.callee.kind === 'value' && depth < DEPTH) {
      this.functionValue(call.callee.function, bindings, depth + 1, call);
    } else if (callee.kind === 'builtin' && callee.name === 'new') return;
    else if (!wraps) this.isUnknown = true;
  }

  /** A connection that a function of net or crypto/tls opens. */
  private opened(
    declaration: Declaration,
    receiver: Variable | undefined,
    given: readonly Variable[],
    bindings: Bindings,
  ): void {
    const { path } = declaration.package;
    if ((path !== 'net' && path !== 'crypto/tls') || !declaration.name.startsWith('Dial')) {
      this.isUnknown = true;
      return;
    }
    this.dials++;
    // The method may be promoted from a dialer in the receiver.
    if (receiver) this.dialers.push({ variable: receiver, bindings });
    for (const variable of given) {
      if (isDialer(this.typing.typeOf(variable))) this.dialers.push({ variable, bindings });
    }
    const { parameters } = this.typing.types.signature(declaration);
    const network = given[parameters.findIndex(({ name }) => name === 'network')];
    if (network && !this.isTcpNetwork(network, bindings)) this.isUnknown = true;
  }

  /** The network that a transport asks for is TCP always. */
  private isTcpNetwork(network: Variable, bindings: Bindings): boolean {
    const value = bound(bindings, network);
    const constant = constantOf(this.typing, value);
    if (constant) return constant.kind === 'string' && constant.value.startsWith('tcp');
    return value.kind === 'parameter';
  }

  /** The methods called on the connection in a function, and in those that it is given to. */
  private scan(graph: FunctionGraph, leads: ReadonlySet<Variable>, bindings: Bindings, depth: number): void {
    for (const placed of operationsOf(graph)) {
      if (placed.operation.op !== 'call') continue;
      const call = placed as Placed<Call>;
      const { callee, arguments: given } = call.operation;
      if (callee.kind === 'method' && reaches(callee.receiver, leads))
        this.calls.push({ placed: call, bindings });
      if (given.some((each) => reaches(each, leads))) this.enter(call.operation, leads, bindings, depth);
    }
  }

  private enter(call: Call, leads: ReadonlySet<Variable>, bindings: Bindings, depth: number): void {
    const callee = this.typing.callee(call);
    if (callee.kind !== 'declared' || callee.declaration.package.isModel || depth > DEPTH) return;
    const graph = this.typing.graphs.of(callee.declaration);
    if (!graph) return;
    passedTo(call, graph).forEach((argument, index) => {
      const parameter = graph.parameters[index];
      if (!parameter || this.entered.has(parameter) || !reaches(argument, leads)) return;
      this.entered.add(parameter);
      this.scan(graph, new Set([parameter]), this.origins.inside(call, graph, bindings), depth + 1);
    });
  }

  private isConnection(variable: Variable): boolean {
    const name = namedType(this.typing.typeOf(variable));
    return (name?.package === 'net' || name?.package === 'crypto/tls') && name.name.endsWith('Conn');
  }
}

/** True for net.Dialer, tls.Dialer and pointers to them. */
export function isDialer(type: Type): boolean {
  return isNamed(type, 'net', 'Dialer') || isNamed(type, 'crypto/tls', 'Dialer');
}

/** True when a variable may hold one of these values, asserted to another type or not. */
function reaches(variable: Variable, values: ReadonlySet<Variable>): boolean {
  const seen = new Set([variable]);
  for (const each of seen) {
    if (values.has(each)) return true;
    for (const definition of each.definitions)
      if (definition.op === 'assign' || definition.op === 'convert') seen.add(definition.source);
  }
  return false;
}

function merged(one: Bindings, other: Bindings): Bindings {
  return new Map([...one, ...other]);
}
