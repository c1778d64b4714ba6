import type { Call, FunctionGraph, Variable } from '../ir/ir.ts';
import type { Typing } from '../ir/typing.ts';
import type { Type } from '../resolve/type.ts';
import { sourceOf } from '../ir/source.ts';

/** The types of net/http that can lead to a transport. */
const HOLDERS: ReadonlySet<string> = new Set([
  'Client',
  'Handler',
  'HandlerFunc',
  'RoundTripper',
  'ServeMux',
  'Server',
  'Transport',
]);

/** Packages none of whose types lead to a transport. */
const HARMLESS: ReadonlySet<string> = new Set([
  'bufio',
  'bytes',
  'io',
  'net',
  'net/url',
  'os',
  'strings',
  'time',
]);

/** Whether a value of this type can lead to a transport; true when nothing is known of it. */
export function mayHold(typing: Typing, type: Type): boolean {
  const bare = type.kind === 'pointer' ? type.element : type;
  if (bare.kind === 'basic') return bare.name === 'any';
  if (bare.kind === 'channel') return false;
  if (bare.kind !== 'named') return true;
  if (bare.package === 'net/http') return HOLDERS.has(bare.name);
  if (HARMLESS.has(bare.package)) return false;
  return typing.types.underlying(bare).kind !== 'basic';
}

/** Whether a call gives a new object that nobody else has yet: a model's constructor, new, or a function that makes one. */
export function isFreshCall(typing: Typing, call: Call, target: Variable): boolean {
  const callee = typing.callee(call);
  if (callee.kind === 'builtin')
    return callee.name === 'new' || callee.name === 'make' || callee.name === 'append';
  if (callee.kind !== 'declared' || callee.declaration.kind !== 'function') return false;
  if (callee.declaration.package.isModel) return true;
  const graph = typing.graphs.of(callee.declaration);
  return graph !== undefined && makesResult(graph, call.targets.indexOf(target));
}

function makesResult(graph: FunctionGraph, index: number): boolean {
  const result = graph.results[index];
  if (!result) return false;
  return result.definitions.every((definition) => {
    if (definition.op === 'zero' || definition.op === 'constant') return true;
    if (definition.op !== 'assign') return false;
    const source = sourceOf(definition.source);
    return source.definitions.length > 0 && source.definitions.every(isMaking);
  });
}

function isMaking(definition: Variable['definitions'][number]): boolean {
  if (definition.op === 'call')
    return definition.callee.kind === 'builtin' && definition.callee.name === 'new';
  return definition.op === 'composite' || definition.op === 'zero' || definition.op === 'constant';
}
