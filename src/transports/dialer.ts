import { operationsOf } from '../callgraph/graph-walk.ts';
import { constantOf } from '../flow/state/constant.ts';
import { isNamed } from '../flow/request/http.ts';
import type { Variable } from '../ir/ir.ts';
import { outermost } from '../ir/literals.ts';
import type { Typing } from '../ir/typing.ts';
import { sourceOf } from '../ir/source.ts';
import type { BoundValue } from './dialling.ts';
import { isDialer } from './dialling.ts';
import { usesOfObject } from './object.ts';
import type { Origins } from './origins.ts';

/** A value that switches the TCP keep-alive of a dialer off, or is meant to. */
export interface DialerSetting {
  /** `config` is KeepAliveConfig with an Enable that is false and no negative KeepAlive beside it. */
  readonly kind: 'negative' | 'config';
  readonly value: Variable;
}

/** Dialers in dialers are looked into this deep. */
const DEPTH = 2;

/** The settings with which a net.Dialer, or one that another value has inside, switches TCP keep-alive off. */
export function keepAliveOff(origins: Origins, dialer: BoundValue, depth = 0): readonly DialerSetting[] {
  const { typing } = origins;
  const made = origins.of(dialer.variable, dialer.bindings);
  const assigned = assignedToGlobal(origins, dialer.variable).filter((value) => isNegative(typing, value));
  const settings = made.flatMap((origin): readonly DialerSetting[] => {
    if (origin.kind !== 'made' || depth > DEPTH) return [];
    const { variable, bindings, operation } = origin;
    if (isNamed(typing.typeOf(variable), 'net', 'Dialer')) return settingsOf(typing, variable);
    const elements = operation.op === 'composite' ? operation.elements.map(({ value }) => value) : [];
    const inner = new Set([...elements, ...[...usesOfObject(variable).fields.values()].flat()]);
    const given = [...inner].flatMap((value) =>
      isDialer(typing.typeOf(value)) ? keepAliveOff(origins, { variable: value, bindings }, depth + 1) : [],
    );
    return [...given, ...settingsOfEmbedded(typing, variable)];
  });
  return [
    ...settings,
    ...setInHolder(origins, dialer),
    ...assigned.map((value): DialerSetting => ({ kind: 'negative', value })),
  ];
}

/** The settings of a dialer that stands in a field, where the struct around it is made. */
function setInHolder(origins: Origins, { variable, bindings }: BoundValue): readonly DialerSetting[] {
  const [load] = sourceOf(variable).definitions;
  if (load?.op !== 'field') return [];
  return origins
    .of(load.base, bindings)
    .flatMap((origin) => (origin.kind === 'made' ? settingsOfEmbedded(origins.typing, origin.variable) : []));
}

/** The values that other functions assign to KeepAlive of a dialer in a package variable. */
function assignedToGlobal(origins: Origins, dialer: Variable): readonly Variable[] {
  const [load] = sourceOf(dialer).definitions;
  if (load?.op !== 'global') return [];
  return origins.stored.inGlobal(load.package, load.name, 'KeepAlive')?.fieldValues ?? [];
}

/** The settings of a dialer that a struct embeds or has as a field, set through the struct. */
function settingsOfEmbedded(typing: Typing, holder: Variable): readonly DialerSetting[] {
  const { aliases } = usesOfObject(holder);
  const parts = operationsOf(outermost(holder.function)).flatMap(({ operation }) =>
    operation.op === 'field' && aliases.has(operation.base) && isDialer(typing.typeOf(operation.target))
      ? [operation.target]
      : [],
  );
  const [part] = parts;
  const owner = typing.types.select(typing.typeOf(holder), 'KeepAlive')?.owner;
  const isPromoted = owner !== undefined && isDialer(owner);
  return [...(isPromoted ? settingsOf(typing, holder) : []), ...(part ? settingsOf(typing, part) : [])];
}

function settingsOf(typing: Typing, dialer: Variable): readonly DialerSetting[] {
  const { fields } = usesOfObject(dialer);
  const alive = fields.get('KeepAlive') ?? [];
  if (alive.length > 0)
    return alive.filter((value) => isNegative(typing, value)).map((value) => ({ kind: 'negative', value }));
  const disabled = (fields.get('KeepAliveConfig') ?? []).filter((value) => isDisabled(typing, value));
  return disabled.map((value) => ({ kind: 'config', value }));
}

/** True for a net.KeepAliveConfig in which Enable is written, and false. */
export function isDisabled(typing: Typing, config: Variable): boolean {
  const [definition, ...others] = config.definitions;
  if (definition?.op === 'assign' && others.length === 0) return isDisabled(typing, definition.source);
  if (definition?.op !== 'composite' || others.length > 0) return false;
  const enable = definition.elements.find(({ field }) => field === 'Enable');
  const value = enable && constantOf(typing, enable.value);
  return value?.kind === 'boolean' && !value.value;
}

function isNegative(typing: Typing, variable: Variable): boolean {
  const constant = constantOf(typing, variable);
  return constant?.kind === 'number' && constant.value < 0;
}
