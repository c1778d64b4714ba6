import type { CallGraph } from '../callgraph/call-graph.ts';
import { operationsOf } from '../callgraph/graph-walk.ts';
import type { StoredValues } from '../callgraph/stored-values.ts';
import { namedType } from '../flow/request/http.ts';
import { passedTo } from '../flow/summary/entry.ts';
import { blockOf } from '../ir/blocks.ts';
import type { Constant, FunctionGraph, Operation, Variable } from '../ir/ir.ts';
import { outermost } from '../ir/literals.ts';
import { sourceOf } from '../ir/source.ts';
import type { Typing } from '../ir/typing.ts';
import type { NamedType } from '../resolve/type.ts';
import type { Settings } from '../transports/transport.ts';
import { settingOf } from '../transports/transport.ts';
import { isAlways } from './always.ts';
import type { Element, MadeTransport } from './pool.ts';

/** Parameters are followed to callers this far. */
const DEPTH = 12;

/** How a function sets what decides about a pool. */
const SETTING = /\b(?:MaxIdleConns|MaxConnsPerHost|DisableKeepAlives)/;

/** What a transport that the program makes is set to: in its literal, after it, and by what callers pass. */
export class MadeSettings {
  private readonly typing: Typing;
  private readonly calls: CallGraph;
  private readonly stored: StoredValues;
  /** What fields get, by package, type and name. */
  private readonly ofFields = new Map<string, Constant | 'unknown'>();

  constructor(typing: Typing, calls: CallGraph, stored: StoredValues) {
    this.typing = typing;
    this.calls = calls;
    this.stored = stored;
  }

  /** The fields of a literal, with those set later where it is made, over what was set before. */
  of(elements: readonly Element[], made: MadeTransport, base?: Settings): Settings {
    const settings = new Map(base);
    for (const { field, value } of elements)
      if (field !== undefined) settings.set(field, this.setting(value, 0));
    for (const operation of made.later) {
      const { field, source } = operation;
      if (this.isAlwaysSet(operation, made)) settings.set(field, this.setting(source, 0));
      // On other ways it is what it was; which of the two is not known.
      else if (SETTING.test(field)) settings.set(field, 'unknown');
    }
    return settings;
  }

  private isAlwaysSet(operation: Operation, { graph, operation: making }: MadeTransport): boolean {
    const block = blockOf(graph, operation);
    return !block || isAlways(this.typing, graph, block, blockOf(graph, making));
  }

  /** A value, or the one that all callers of a function pass for it, or that its field gets everywhere. */
  private setting(value: Variable, depth: number): Constant | 'unknown' {
    const variable = sourceOf(value);
    if (depth > DEPTH) return 'unknown';
    if (variable.kind === 'parameter')
      return agreedSetting(this.passedBy(variable)?.map((each) => each && this.setting(each, depth + 1)));
    const [definition, ...others] = variable.definitions;
    return definition?.op === 'field' && others.length === 0
      ? this.ofField(definition, depth)
      : settingOf(this.typing, value);
  }

  /** A field of the program's own configuration, when all that sets it is seen. */
  private ofField({ base, field }: Operation & { op: 'field' }, depth: number): Constant | 'unknown' {
    const type = namedType(this.typing.typeOf(base));
    if (!type) return 'unknown';
    const key = `${type.package}.${type.name}.${field}`;
    let setting = this.ofFields.get(key);
    if (setting === undefined) {
      // Structs that are copied into each other field by field tell nothing.
      this.ofFields.set(key, 'unknown');
      setting = this.storedIn(type, field, depth);
      this.ofFields.set(key, setting);
    }
    return setting;
  }

  private storedIn(type: NamedType, field: string, depth: number): Constant | 'unknown' {
    if (this.stored.isFilledFromOutside(type, field)) return 'unknown';
    const values = this.stored.inField(type, field);
    if (!values || values.length === 0 || this.stored.fillersOf(type, field).length > 0) return 'unknown';
    return agreedSetting(values.map((each) => this.setting(each, depth + 1)));
  }

  /** What is passed for a parameter by all callers of its function; undefined when they are not all seen. */
  passedBy(parameter: Variable): (Variable | undefined)[] | undefined {
    const graph = parameter.function;
    if (graph.outer) return undefined;
    const { sites, others } = this.calls.callersOf(graph);
    const seen = sites.filter((site) => !site.graph.file.isTest);
    if (others || seen.length === 0 || seen.some((site) => !site.direct)) return undefined;
    return seen.map((site) => passedTo(site.call, graph)[graph.parameters.indexOf(parameter)]);
  }

  /** A package that calls http2.ConfigureTransport gives HTTP/2 to transports, most likely to this one. */
  ofPackage(graph: FunctionGraph): Settings {
    const { mentions } = this.calls;
    const names = ['ConfigureTransport', 'ConfigureTransports'];
    const isConfigured = names.some((name) => mentions.of(graph.package, name, 'selected').length > 0);
    return new Map(isConfigured ? [['ForceAttemptHTTP2', { kind: 'boolean', value: true }]] : []);
  }

  /** The fields that the function around sets in an object. */
  setAfterwards(object: Variable): (Operation & { op: 'set field' })[] {
    return operationsOf(outermost(object.function)).flatMap(({ operation }) =>
      operation.op === 'set field' && sourceOf(operation.base) === object ? [operation] : [],
    );
  }

  /** An option, or a function of the program that is given the transport, may set its fields. */
  isGivenAway(transport: Variable): boolean {
    return operationsOf(outermost(transport.function)).some(({ operation }) => {
      if (operation.op !== 'call' || !operation.arguments.some((each) => sourceOf(each) === transport))
        return false;
      const callee = this.typing.callee(operation);
      if (callee.kind !== 'declared') return operation.callee.kind === 'value';
      const { file, start, end } = callee.declaration;
      return SETTING.test(file.text.slice(start, end));
    });
  }
}

/** The one constant that several ways agree on. */
function agreedSetting(
  settings: readonly (Constant | 'unknown' | undefined)[] | undefined,
): Constant | 'unknown' {
  const [first] = settings ?? [];
  const isSame = settings?.every((each) => JSON.stringify(each) === JSON.stringify(first));
  return (isSame === true && first) || 'unknown';
}

/** Where a variable gets a transport, and what is set in it afterwards. */
export function madeAt(
  { function: graph }: Variable,
  operation: Operation,
  later: MadeTransport['later'],
  message: string,
): MadeTransport {
  return { graph, operation, later, step: { file: graph.file, span: operation.span, message, depth: 0 } };
}
