import type { Bindings } from '../callgraph/bindings.ts';
import { bound } from '../callgraph/bindings.ts';
import { repetitionOf } from '../callgraph/repetition.ts';
import { passedTo } from '../flow/summary/entry.ts';
import type { Flow } from '../flow/summary/flow.ts';
import { namedType } from '../flow/request/http.ts';
import type { Call, FunctionGraph, Operation, Variable } from '../ir/ir.ts';
import type { Typing } from '../ir/typing.ts';
import type { Declaration } from '../resolve/declaration.ts';
import type { StoredValues } from '../callgraph/stored-values.ts';

/** Where a value comes from. */
export type Origin =
  /** An operation that makes it: a literal, `new`, a closure, a constant, a call of what a model declares. */
  | {
      readonly kind: 'made';
      readonly operation: Operation;
      readonly variable: Variable;
      readonly bindings: Bindings;
    }
  /** A function, or a method bound to a receiver. */
  | {
      readonly kind: 'function';
      readonly declaration: Declaration;
      readonly receiver: Variable | undefined;
      readonly bindings: Bindings;
    }
  | { readonly kind: 'unknown' };

/** Definitions are followed this far back. */
const DEPTH = 16;

const UNKNOWN: Origin = { kind: 'unknown' };

/** Follows values back to what makes them: through variables, fields, parameters and the functions that return them. */
export class Origins {
  readonly typing: Typing;
  readonly stored: StoredValues;

  constructor(flow: Flow) {
    this.typing = flow.typing;
    this.stored = repetitionOf(flow).stored;
  }

  /** Everything that a value may be; `bindings` tell what parameters are. */
  of(value: Variable, bindings: Bindings, depth = 0): readonly Origin[] {
    const variable = bound(bindings, value);
    if (variable.kind === 'parameter' || depth > DEPTH) return [UNKNOWN];
    const { definitions } = variable;
    const set = definitions.filter(({ op }) => op !== 'zero' || definitions.length === 1);
    if (set.length === 0) return [UNKNOWN];
    return set.flatMap((definition) => this.defined(variable, definition, bindings, depth + 1));
  }

  /** The bindings inside a function that a call runs. */
  inside(call: Call, graph: FunctionGraph, bindings: Bindings): Bindings {
    const passed = graph.outer ? call.arguments : passedTo(call, graph);
    const inner = new Map(bindings);
    graph.parameters.forEach((parameter, index) => {
      const argument = passed[index];
      if (argument && !parameter.variadic) inner.set(parameter, bound(bindings, argument));
    });
    return inner;
  }

  private defined(
    variable: Variable,
    operation: Operation,
    bindings: Bindings,
    depth: number,
  ): readonly Origin[] {
    switch (operation.op) {
      case 'assign':
      case 'convert':
        return this.of(operation.source, bindings, depth);
      case 'global':
        return this.ofGlobal(operation, depth);
      case 'field':
        return this.ofField(operation, bindings, depth);
      case 'call':
        return this.ofCall(variable, operation, bindings, depth);
      default:
        return [{ kind: 'made', operation, variable, bindings }];
    }
  }

  private ofGlobal({ package: path, name }: Operation & { op: 'global' }, depth: number): readonly Origin[] {
    const declaration = this.typing.program.package(path)?.lookup(name);
    if (declaration?.kind === 'function') {
      return [{ kind: 'function', declaration, receiver: undefined, bindings: new Map() }];
    }
    return this.ofStored(this.stored.inGlobal(path, name, undefined)?.values, depth);
  }

  private ofField(
    { base, field }: Operation & { op: 'field' },
    bindings: Bindings,
    depth: number,
  ): readonly Origin[] {
    const type = this.typing.typeOf(base);
    const selection = this.typing.types.select(type, field);
    if (selection?.kind === 'method') {
      const { declaration, dynamic } = selection;
      if (!declaration || dynamic) return [UNKNOWN];
      return [{ kind: 'function', declaration, receiver: bound(bindings, base), bindings }];
    }
    const owner = namedType(type);
    return owner && selection?.path.length === 0
      ? this.ofStored(this.stored.inField(owner, field), depth)
      : [UNKNOWN];
  }

  /** Which of several values a variable holds when it is used is not known. */
  private ofStored(values: readonly Variable[] | undefined, depth: number): readonly Origin[] {
    const [only, ...others] = values ?? [];
    return only && others.length === 0 ? this.of(only, new Map(), depth) : [UNKNOWN];
  }

  private ofCall(variable: Variable, call: Call, bindings: Bindings, depth: number): readonly Origin[] {
    const callee = this.typing.callee(call);
    const [argument] = call.arguments;
    if (callee.kind === 'conversion' && argument) return this.of(argument, bindings, depth);
    if (callee.kind === 'builtin') return [{ kind: 'made', operation: call, variable, bindings }];
    const graph = this.graphOf(callee);
    const result = graph?.results[call.targets.indexOf(variable)];
    if (graph && result) return this.of(result, this.inside(call, graph, bindings), depth);
    if (callee.kind !== 'declared' || !callee.declaration.package.isModel) return [UNKNOWN];
    return [{ kind: 'made', operation: call, variable, bindings }];
  }

  private graphOf(callee: ReturnType<Typing['callee']>): FunctionGraph | undefined {
    if (callee.kind === 'literal') return callee.graph;
    if (callee.kind !== 'declared' || callee.declaration.package.isModel) return undefined;
    return this.typing.graphs.of(callee.declaration);
  }
}

const known = new WeakMap<Flow, Origins>();

/** The origins of values in the program that a flow belongs to. */
export function originsOf(flow: Flow): Origins {
  let origins = known.get(flow);
  if (!origins) known.set(flow, (origins = new Origins(flow)));
  return origins;
}
