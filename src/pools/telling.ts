import type { Operation, Variable } from '../ir/ir.ts';
import type { Typing } from '../ir/typing.ts';
import { constantOf } from '../flow/state/constant.ts';

/** The definitions of a variable that say what it is when it is used: a zero value, nil or an empty string stands for none. */
export function tellingOf(typing: Typing, { definitions }: Variable): readonly Operation[] {
  if (definitions.length === 1) return definitions;
  return definitions.filter((definition) => {
    if (definition.op === 'zero') return false;
    const constant =
      definition.op === 'constant'
        ? definition.value
        : definition.op === 'assign'
          ? constantOf(typing, definition.source)
          : undefined;
    return constant?.kind !== 'nil' && !(constant?.kind === 'string' && constant.value === '');
  });
}
