import { originsOf } from '../callgraph/shared-value.ts';
import type { StoredValues } from '../callgraph/stored-values.ts';
import { constantOf } from '../flow/state/constant.ts';
import type { Variable } from '../ir/ir.ts';
import { sourceOf } from '../ir/source.ts';
import type { Typing } from '../ir/typing.ts';
import { isExported } from '../resolve/declaration.ts';
import { piecesOf, schemeOf } from './url-pieces.ts';

/** Schemes are looked for in values of values this far. */
const SCHEME_DEPTH = 3;

/** Functions whose result begins as this argument does. */
export const PREFIX_KEEPING: ReadonlyMap<string, number> = new Map([
  ['net/url.JoinPath', 0],
  ['net/url.Parse', 0],
  ['net/url.ParseRequestURI', 0],
  ['strings.TrimPrefix', 0],
  ['strings.TrimRight', 0],
  ['strings.TrimSpace', 0],
  ['strings.TrimSuffix', 0],
]);

/** The scheme of a stored URL: http when all values have it, https when the known ones have. */
export function schemeOfStored(
  typing: Typing,
  stored: StoredValues,
  variable: Variable,
  depth = 0,
): 'http' | 'https' | undefined {
  const origins = originsOf(typing, stored, sourceOf(variable), 'defaults') ?? [];
  const found = new Set(origins.map((each) => schemeOfValue(typing, stored, each, depth)));
  if (found.has('https')) return 'https';
  // A default that users may replace: not proof that there is no TLS.
  return found.size === 1 && found.has('http') && !isOpen(variable) ? 'http' : undefined;
}

function schemeOfValue(
  typing: Typing,
  stored: StoredValues,
  value: Variable,
  depth: number,
): 'http' | 'https' | undefined {
  const constant = constantOf(typing, value);
  if (constant) return constant.kind === 'string' ? schemeOf(constant.value) : undefined;
  const definition = value.definitions.length === 1 ? value.definitions[0] : undefined;
  if (!definition || value.kind === 'parameter' || depth > SCHEME_DEPTH) return undefined;
  if (definition.op === 'field' || definition.op === 'global')
    return schemeOfStored(typing, stored, value, depth + 1);
  if (definition.op === 'call' && definition.callee.kind === 'static') {
    const index = PREFIX_KEEPING.get(`${definition.callee.package}.${definition.callee.name}`);
    const first = index === undefined ? undefined : definition.arguments[index];
    if (first) return schemeOfValue(typing, stored, sourceOf(first), depth + 1);
  }
  const [first] = piecesOf(typing, definition, (each) => each) ?? [];
  return first?.kind === 'text' ? schemeOf(first.text) : undefined;
}

/** True for what an exported field or package variable holds: others may set it. */
export function isOpen(value: Variable): boolean {
  const { definitions } = sourceOf(value);
  const definition = definitions.length === 1 ? definitions[0] : undefined;
  if (definition?.op === 'field') return isExported(definition.field);
  return definition?.op === 'global' && isExported(definition.name);
}
