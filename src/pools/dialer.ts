import { constantOf } from '../flow/constant.ts';
import { isNamed } from '../flow/http.ts';
import type { Variable } from '../ir/ir.ts';
import type { Typing } from '../ir/typing.ts';
import type { BoundValue } from './dialling.ts';
import { usesOfObject } from './object.ts';
import type { Origins } from './origins.ts';

/** A value that switches the TCP keep-alive of a dialer off, or is meant to. */
export interface DialerSetting {
  /** `config` is KeepAliveConfig with an Enable that is false and no negative KeepAlive beside it. */
  readonly kind: 'negative' | 'config';
  readonly value: Variable;
}

/** The settings with which a net.Dialer, or the one in a tls.Dialer, switches TCP keep-alive off. */
export function keepAliveOff(origins: Origins, dialer: BoundValue, depth = 0): readonly DialerSetting[] {
  const { typing } = origins;
  const made = origins.of(dialer.variable, dialer.bindings);
  return made.flatMap((origin): readonly DialerSetting[] => {
    if (origin.kind !== 'made' || depth > 1) return [];
    const { fields } = usesOfObject(origin.variable);
    if (isNamed(typing.typeOf(origin.variable), 'crypto/tls', 'Dialer')) {
      const inner = fields.get('NetDialer') ?? [];
      return inner.flatMap((variable) =>
        keepAliveOff(origins, { variable, bindings: origin.bindings }, depth + 1),
      );
    }
    const alive = fields.get('KeepAlive') ?? [];
    const negative = alive.filter((value) => isNegative(typing, value));
    if (alive.length > 0) return negative.map((value) => ({ kind: 'negative', value }));
    const disabled = (fields.get('KeepAliveConfig') ?? []).filter((value) => isDisabled(typing, value));
    return disabled.map((value) => ({ kind: 'config', value }));
  });
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
