import type { Type } from './type.ts';

const MAXIMUM_PARTS = 4096;
const MAXIMUM_DEPTH = 400;

/**
 * True when a type, written out, stays within bounds that no real type reaches. Aliases may double a type at each
 * step, so that a few lines describe one that neither fits in memory nor on the stack.
 */
export function isBounded(type: Type): boolean {
  const pending: { readonly type: Type; readonly depth: number }[] = [{ type, depth: 0 }];
  let parts = 0;
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const depth = next.depth + 1;
    parts++;
    if (parts > MAXIMUM_PARTS || depth > MAXIMUM_DEPTH) return false;
    for (const part of partsOf(next.type)) pending.push({ type: part, depth });
  }
  return true;
}

/** The types that a type is written with. The constraint of a type parameter and what a name stands for are not. */
function partsOf(type: Type): readonly Type[] {
  switch (type.kind) {
    case 'named':
      return type.arguments;
    case 'pointer':
    case 'slice':
    case 'array':
    case 'channel':
      return [type.element];
    case 'map':
      return [type.key, type.element];
    case 'tuple':
      return type.elements;
    case 'function':
      return [...type.parameters, ...type.results].map((parameter) => parameter.type);
    case 'struct':
      return type.fields.map((field) => field.type);
    case 'interface':
      return [...type.methods.map((method) => method.type), ...type.embedded];
    default:
      return [];
  }
}
