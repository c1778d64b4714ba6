import type { Variable } from '../ir/ir.ts';
import { sourceOf } from '../ir/source.ts';
import type { Typing } from '../ir/typing.ts';
import { namedType } from '../flow/request/http.ts';
import type { Bindings } from './bindings.ts';
import { bound } from './bindings.ts';
import type { StoredValues } from './stored-values.ts';

/** Copies and bindings are followed in turn this often. */
const STEPS = 8;

/** A channel, group or semaphore that several functions use: the variable, field or package variable that holds it. */
export interface SharedValue {
  /** The same for all that hold the same value, as far as fields of one type do. */
  readonly key: string;
  /** The variable that holds it, loaded from its field or package variable where it has one. */
  readonly variable: Variable;
  readonly kind: 'local' | 'field' | 'global';
}

/** Where the value of a variable is kept. */
export function sharedValueOf(typing: Typing, bindings: Bindings, value: Variable): SharedValue {
  let variable = sourceOf(value);
  for (let steps = 0; steps < STEPS; steps++) {
    const next = sourceOf(bound(bindings, variable));
    if (next === variable) break;
    variable = next;
  }
  const definition = variable.definitions.length === 1 ? variable.definitions[0] : undefined;
  if (definition?.op === 'field' && variable.kind !== 'parameter') {
    const type = namedType(typing.typeOf(definition.base));
    if (type)
      return { key: `field ${type.package}.${type.name}.${definition.field}`, variable, kind: 'field' };
  }
  if (definition?.op === 'global')
    return { key: `global ${definition.package}.${definition.name}`, variable, kind: 'global' };
  return { key: `local ${variable.key}`, variable, kind: 'local' };
}

/**
 * The values that a variable may hold, by its definitions or by what its field or package variable gets; undefined
 * when not all are seen. As `defaults`, the values of fields that configuration may replace are told too.
 */
export function originsOf(
  typing: Typing,
  stored: StoredValues,
  variable: Variable,
  which: 'all' | 'defaults' = 'all',
): readonly Variable[] | undefined {
  const definition = variable.definitions.length === 1 ? variable.definitions[0] : undefined;
  if (definition?.op === 'field') {
    const type = namedType(typing.typeOf(definition.base));
    if (!type || (which === 'all' && stored.isFilledFromOutside(type, definition.field))) return undefined;
    return stored.inField(type, definition.field)?.map(sourceOf);
  }
  if (definition?.op === 'global')
    return stored.inGlobal(definition.package, definition.name, undefined)?.values.map(sourceOf);
  return variable.kind === 'parameter' ? undefined : [variable];
}
