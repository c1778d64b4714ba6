import type { Variable } from '../ir/ir.ts';
import type { Typing } from '../ir/typing.ts';
import type { NamedType, Type } from '../resolve/type.ts';

/** True for a variable of this type, or a pointer to it, as it is declared: interfaces that embed it do not count. */
export function isExactly(typing: Typing, variable: Variable, path: string, name: string): boolean {
  const type = named(typing.typeOf(variable));
  return type?.package === path && type.name === name;
}

/** The named type that a type is, or points to. */
export function named(type: Type): NamedType | undefined {
  const bare = type.kind === 'pointer' ? type.element : type;
  return bare.kind === 'named' ? bare : undefined;
}
