import { declarationsMatching } from '../callgraph/mentions.ts';
import { operationsOf } from '../callgraph/graph-walk.ts';
import type { Flow } from '../flow/summary/flow.ts';
import { isNamed } from '../flow/request/http.ts';
import type { FunctionGraph, Operation, Variable } from '../ir/ir.ts';
import { sourceOf } from '../ir/source.ts';
import type { Typing } from '../ir/typing.ts';
import type { Type } from '../resolve/type.ts';
import { filesImporting } from '../resolve/importing-files.ts';

/** The fields of http.Transport that hold functions which open connections. */
export const DIAL_FIELDS = ['Dial', 'DialContext', 'DialTLS', 'DialTLSContext'] as const;

/** An http.Transport that gets its own way to connect: a dial function, or a TLS configuration. */
export interface ConfiguredTransport {
  /** The variable that holds it, or the value from which that was loaded. */
  readonly object: Variable;
  readonly graph: FunctionGraph;
  /** The literal, `new`, zero value or Clone that it comes from; undefined when it is made elsewhere. */
  readonly birth: Operation | undefined;
  readonly isClone: boolean;
}

/** How such a field is spelled in a literal or an assignment. */
const SETTING = /\b(?:Dial(?:TLS)?(?:Context)?|TLSClientConfig)\s*(?::|(?:,[^=\n]*)?=[^=])/g;

const SETTINGS: ReadonlySet<string> = new Set([...DIAL_FIELDS, 'TLSClientConfig']);

const known = new WeakMap<Flow, readonly ConfiguredTransport[]>();

/** The transports of the packages to audit, outside of tests, whose way to connect is set. */
export function configuredTransports(flow: Flow): readonly ConfiguredTransport[] {
  let found = known.get(flow);
  if (!found) known.set(flow, (found = [...search(flow.typing)]));
  return found;
}

/** True for http.Transport and pointers to it. */
export function isHttpTransport(type: Type): boolean {
  return isNamed(type, 'net/http', 'Transport');
}

function* search(typing: Typing): Iterable<ConfiguredTransport> {
  for (const { owner, file } of filesImporting(typing.program, 'net/http')) {
    if (file.isTest) continue;
    if (!file.bytes.includes('Dial') && !file.bytes.includes('TLSClientConfig')) continue;
    for (const declaration of declarationsMatching(owner, file, SETTING)) {
      const graph = declaration.kind === 'type' ? undefined : typing.graphs.of(declaration);
      if (graph) yield* configuredIn(typing, graph);
    }
  }
}

function* configuredIn(typing: Typing, graph: FunctionGraph): Iterable<ConfiguredTransport> {
  const seen = new Set<Variable>();
  for (const { operation, graph: inner } of operationsOf(graph)) {
    const object = configuredBy(typing, operation);
    if (!object || seen.has(object)) continue;
    seen.add(object);
    const birth = birthOf(typing, object);
    yield { object, graph: inner, birth, isClone: birth?.op === 'call' && birth.callee.kind === 'method' };
  }
}

function configuredBy(typing: Typing, operation: Operation): Variable | undefined {
  if (operation.op === 'composite') {
    const sets = operation.elements.some(({ field }) => field !== undefined && SETTINGS.has(field));
    return sets && isHttpTransport(typing.typeOf(operation.target)) ? operation.target : undefined;
  }
  if (operation.op !== 'set field' || !SETTINGS.has(operation.field)) return undefined;
  return isHttpTransport(typing.typeOf(operation.base)) ? sourceOf(operation.base) : undefined;
}

/** What a transport is made by: a literal, `new`, its zero value or Clone; undefined when that is not seen. */
export function birthOf(typing: Typing, object: Variable): Operation | undefined {
  const [definition, ...others] = object.definitions;
  if (object.kind === 'parameter' || !definition || others.length > 0) return undefined;
  if (!isHttpTransport(typing.typeOf(object))) return undefined;
  if (definition.op === 'composite') return definition;
  if (definition.op === 'zero') return typing.typeOf(object).kind === 'named' ? definition : undefined;
  if (definition.op !== 'call') return undefined;
  const { callee } = definition;
  const isBirth =
    (callee.kind === 'builtin' && callee.name === 'new') ||
    (callee.kind === 'method' && callee.name === 'Clone' && isHttpTransport(typing.typeOf(callee.receiver)));
  return isBirth ? definition : undefined;
}
