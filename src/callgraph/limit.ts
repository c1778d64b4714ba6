import type { Call, Operation, Variable } from '../ir/ir.ts';
import { sourceOf } from '../ir/source.ts';
import type { Typing } from '../ir/typing.ts';
import { constantOf } from '../flow/constant.ts';
import { passedTo } from '../flow/entry.ts';
import { namedType } from '../flow/http.ts';
import type { Bindings } from './bindings.ts';
import { bound } from './bindings.ts';
import type { CallGraph } from './call-graph.ts';
import { outermost } from '../ir/literals.ts';
import type { StoredValues } from './stored-values.ts';

/** Parameters, fields and package variables are followed this far. */
const DEPTH = 4;

/** The functions of flag that take a value for when the command line gives none, and its position. */
const FLAGS: ReadonlyMap<string, number> = new Map([
  ['Int', 1],
  ['Int64', 1],
  ['Uint', 1],
  ['Uint64', 1],
]);

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
   * The number that a variable holds, when all that may give it is seen: a constant, the default of a flag, or the
   * largest of the constants that callers pass or that its field gets.
   */
  of(limit: Variable, bindings: Bindings = new Map(), depth = 0): number | undefined {
    const variable = sourceOf(bound(bindings, sourceOf(limit)));
    const constant = constantOf(this.typing, variable) ?? constantOf(this.typing, limit);
    if (constant) return constant.kind === 'number' ? constant.value : undefined;
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

  private ofGlobal({ package: path, name }: Operation & { op: 'global' }, depth: number): number | undefined {
    const sources = this.stored.inGlobal(path, name, undefined);
    return sources && this.largest(sources.values, depth);
  }

  private ofField({ base, field }: Operation & { op: 'field' }, depth: number): number | undefined {
    const type = namedType(this.typing.typeOf(base));
    const sources =
      type && !this.stored.isFilledFromOutside(type, field) ? this.stored.inField(type, field) : undefined;
    return sources && this.largest(sources, depth);
  }

  private ofCall({ callee, arguments: given }: Call, bindings: Bindings, depth: number): number | undefined {
    if (callee.kind === 'builtin' && callee.name === 'min') {
      const known = given.map((each) => this.of(each, bindings, depth + 1));
      const bounds = known.filter((each) => each !== undefined);
      return bounds.length > 0 ? Math.min(...bounds) : undefined;
    }
    const index = callee.kind === 'static' && callee.package === 'flag' ? FLAGS.get(callee.name) : undefined;
    const standard = index === undefined ? undefined : given[index];
    return standard && this.of(standard, bindings, depth + 1);
  }

  private ofParameter(parameter: Variable, depth: number): number | undefined {
    const graph = parameter.function;
    const index = graph.parameters.indexOf(parameter);
    if (graph !== outermost(graph)) return undefined;
    const { sites, others } = this.calls.callersOf(graph);
    const values = sites
      .filter((site) => !site.graph.file.isTest)
      .map((site) => {
        const argument = site.direct ? passedTo(site.call, graph)[index] : undefined;
        return argument && this.of(argument, new Map(), depth + 1);
      });
    const known = values.filter((value) => value !== undefined);
    return others || known.length === 0 ? undefined : Math.max(...known);
  }

  /** The largest of several values, when all are known. */
  private largest(values: readonly Variable[], depth: number): number | undefined {
    const known = values.map((each) => this.of(each, new Map(), depth + 1));
    const numbers = known.filter((each) => each !== undefined);
    return numbers.length > 0 && numbers.length === known.length ? Math.max(...numbers) : undefined;
  }
}
