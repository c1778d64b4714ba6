import type { Call, Operation, Variable } from '../ir/ir.ts';
import { sourceOf } from '../ir/source.ts';
import type { Typing } from '../ir/typing.ts';
import { constantOf } from '../flow/state/constant.ts';
import { passedTo } from '../flow/summary/entry.ts';
import { namedType } from '../flow/request/http.ts';
import type { Bindings } from './bindings.ts';
import { bound } from './bindings.ts';
import type { CallGraph } from './call-graph.ts';
import { addressedBy, flagDefault } from './flag-default.ts';
import { operationsOf } from './graph-walk.ts';
import { outermost } from '../ir/literals.ts';
import type { StoredValues } from './stored-values.ts';

/** Parameters, fields and package variables are followed this far. */
const DEPTH = 4;

/** A number, or the one that holds when the command line gives no other. */
interface Limit {
  readonly value: number;
  readonly isDefault: boolean;
}

/** Works out the numbers that limit how much runs at once. */
export class Limits {
  readonly stored: StoredValues;
  private readonly typing: Typing;
  private readonly calls: CallGraph;

  constructor(typing: Typing, calls: CallGraph, stored: StoredValues) {
    this.typing = typing;
    this.calls = calls;
    this.stored = stored;
  }

  /**
   * The number that a variable holds, when all that may give it is seen: a constant, or the largest of the constants that
   * callers pass or that its field gets.
   */
  of(limit: Variable, bindings: Bindings = new Map()): number | undefined {
    const found = this.find(limit, bindings, 0);
    return found?.isDefault === false ? found.value : undefined;
  }

  /** The number that a variable holds unless the command line gives another. */
  defaultOf(limit: Variable, bindings: Bindings = new Map()): number | undefined {
    const found = this.find(limit, bindings, 0);
    return found?.isDefault === true ? found.value : undefined;
  }

  private find(limit: Variable, bindings: Bindings, depth: number): Limit | undefined {
    const variable = sourceOf(bound(bindings, sourceOf(limit)));
    const fillers = fillersOfLocal(variable);
    if (fillers.length > 0) return this.filledBy(fillers);
    const constant = constantOf(this.typing, variable) ?? constantOf(this.typing, limit);
    if (constant) return constant.kind === 'number' ? exactly(constant.value) : undefined;
    if (depth > DEPTH) return undefined;
    if (variable.kind === 'parameter') return this.ofParameter(variable, depth);
    const definition = variable.definitions.length === 1 ? variable.definitions[0] : undefined;
    switch (definition?.op) {
      case 'global':
        return this.ofGlobal(definition, depth);
      case 'field':
        return this.ofField(definition, depth);
      case 'call':
        return this.ofCall(definition, bindings, depth);
      default:
        return undefined;
    }
  }

  private ofGlobal({ package: path, name }: Operation & { op: 'global' }, depth: number): Limit | undefined {
    const sources = this.stored.inGlobal(path, name, undefined);
    if (!sources) return undefined;
    return sources.filledBy.length > 0
      ? this.filledBy(sources.filledBy)
      : this.largest(sources.values, depth);
  }

  private ofField({ base, field }: Operation & { op: 'field' }, depth: number): Limit | undefined {
    const type = namedType(this.typing.typeOf(base));
    if (!type) return undefined;
    const fillers = this.stored.fillersOf(type, field);
    if (fillers.length > 0) return this.filledBy(fillers);
    const sources = this.stored.isFilledFromOutside(type, field)
      ? undefined
      : this.stored.inField(type, field);
    return sources && this.largest(sources, depth);
  }

  private ofCall(call: Call, bindings: Bindings, depth: number): Limit | undefined {
    const { callee, arguments: given } = call;
    if (callee.kind === 'builtin' && callee.name === 'min') {
      const known = given.map((each) => this.find(each, bindings, depth + 1));
      const bounds = known.filter((each) => each !== undefined);
      return bounds.toSorted((a, b) => a.value - b.value)[0];
    }
    return this.filledBy([call]);
  }

  /** The default of the one flag that gives the number. */
  private filledBy([call, ...others]: readonly Call[]): Limit | undefined {
    const value = call && others.length === 0 ? flagDefault(this.typing, call) : undefined;
    return value === undefined ? undefined : { value, isDefault: true };
  }

  private ofParameter(parameter: Variable, depth: number): Limit | undefined {
    const graph = parameter.function;
    const index = graph.parameters.indexOf(parameter);
    if (graph !== outermost(graph)) return undefined;
    const { sites, others } = this.calls.callersOf(graph);
    const values = sites
      .filter((site) => !site.graph.file.isTest)
      .map((site) => {
        const argument = site.direct ? passedTo(site.call, graph)[index] : undefined;
        return argument && this.find(argument, new Map(), depth + 1);
      });
    const known = values.filter((value) => value !== undefined);
    return others ? undefined : largestOf(known);
  }

  /** The largest of several values, when all are known. */
  private largest(values: readonly Variable[], depth: number): Limit | undefined {
    const limits = values.map((each) => this.find(each, new Map(), depth + 1));
    const known = limits.filter((each) => each !== undefined);
    return known.length === limits.length ? largestOf(known) : undefined;
  }
}

function exactly(value: number): Limit {
  return { value, isDefault: false };
}

function largestOf(limits: readonly Limit[]): Limit | undefined {
  return limits.toSorted((a, b) => b.value - a.value)[0];
}

/** The calls that are given the address of a variable of the function around. */
function fillersOfLocal(variable: Variable): readonly Call[] {
  if (variable.kind !== 'local' || variable.name === '') return [];
  return operationsOf(outermost(variable.function)).flatMap(({ operation }) =>
    operation.op === 'call' && addressedBy(operation).includes(variable) ? [operation] : [],
  );
}
