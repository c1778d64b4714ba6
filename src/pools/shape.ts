import type { Type } from '../resolve/type.ts';

/** How a value holds the transport that is followed. Plain immutable values. */
export type Shape =
  /** The transport itself, or a pointer to it. */
  | { readonly kind: 'transport' }
  /** A struct, or pointer to one, that leads to it through these fields. */
  | { readonly kind: 'holder'; readonly fields: ReadonlyMap<string, Shape>; readonly type: Type | undefined }
  /** A container, closure or value of unknown make: whatever is taken out of it may lead there. */
  | { readonly kind: 'opaque' };

export const TRANSPORT: Shape = { kind: 'transport' };
export const OPAQUE: Shape = { kind: 'opaque' };

/** Holders in holders are told apart this deep. */
const DEPTH = 5;

/** A holder with one field that leads to the transport. */
export function holder(field: string, inner: Shape, type?: Type): Shape {
  if (depthOf(inner) >= DEPTH) return OPAQUE;
  return { kind: 'holder', fields: new Map([[field, inner]]), type };
}

function depthOf(shape: Shape): number {
  return shape.kind === 'holder' ? 1 + Math.max(0, ...[...shape.fields.values()].map(depthOf)) : 0;
}

/** The shape of what may have either; the first when they are the same. */
export function join(one: Shape | undefined, other: Shape): Shape {
  if (!one || one === other) return other;
  if (one.kind === 'transport' && other.kind === 'transport') return one;
  if (one.kind !== 'holder' || other.kind !== 'holder') return OPAQUE;
  const fields = new Map(one.fields);
  for (const [field, inner] of other.fields) fields.set(field, join(fields.get(field), inner));
  return { kind: 'holder', fields, type: one.type ?? other.type };
}

/** A text that is the same for equal shapes only. */
export function shapeKey(shape: Shape): string {
  switch (shape.kind) {
    case 'transport':
      return 'T';
    case 'opaque':
      return 'O';
    case 'holder':
      return `{${[...shape.fields]
        .map(([field, inner]) => `${field}:${shapeKey(inner)}`)
        .toSorted()
        .join(',')}}`;
  }
}

/** The shape of `x.a.b` for a holder x. */
export function along(shape: Shape, path: readonly string[]): Shape | undefined {
  let inner: Shape | undefined = shape;
  for (const name of path) {
    if (inner?.kind !== 'holder') return inner?.kind === 'opaque' ? OPAQUE : undefined;
    inner = inner.fields.get(name);
  }
  return inner;
}
