import { identity } from '../flow/state/fact.ts';
import type { FunctionGraph, Variable } from '../ir/ir.ts';
import type { Type } from '../resolve/type.ts';

/** How a value holds the transport that is followed. Plain immutable values. */
export type Shape =
  /** The transport itself, or a pointer to it. */
  | { readonly kind: 'transport' }
  /** A struct, or pointer to one, that leads to it through these fields. */
  | { readonly kind: 'holder'; readonly fields: ReadonlyMap<string, Shape>; readonly type: Type | undefined }
  /** A slice, array or map with elements that lead there. */
  | { readonly kind: 'list'; readonly element: Shape }
  /** One of these function literals, with the captured variables that lead there. */
  | { readonly kind: 'closure'; readonly functions: ReadonlyMap<FunctionGraph, Captured> }
  /**
   * A value of unknown make: whatever is taken out of it may lead there. `isResult`: a method of such a value gave it,
   * so that it may well be but data.
   */
  | { readonly kind: 'opaque'; readonly isResult: boolean };

export type Captured = ReadonlyMap<Variable, Shape>;

export const TRANSPORT: Shape = { kind: 'transport' };
export const OPAQUE: Shape = { kind: 'opaque', isResult: false };
export const RESULT: Shape = { kind: 'opaque', isResult: true };

/** Shapes in shapes are told apart this deep. */
const DEPTH = 5;

/** A holder with one field that leads to the transport. */
export function holder(field: string, inner: Shape, type?: Type): Shape {
  if (depthOf(inner) >= DEPTH) return OPAQUE;
  return { kind: 'holder', fields: new Map([[field, inner]]), type };
}

/** A container of what leads to the transport. */
export function list(element: Shape): Shape {
  return depthOf(element) >= DEPTH ? OPAQUE : { kind: 'list', element };
}

/** A function literal whose captured variables lead to the transport. */
export function closure(graph: FunctionGraph, captured: Captured): Shape {
  if ([...captured.values()].some((inner) => depthOf(inner) >= DEPTH)) return OPAQUE;
  return { kind: 'closure', functions: new Map([[graph, captured]]) };
}

function depthOf(shape: Shape): number {
  switch (shape.kind) {
    case 'holder':
      return 1 + Math.max(0, ...[...shape.fields.values()].map(depthOf));
    case 'list':
      return 1 + depthOf(shape.element);
    case 'closure':
      return (
        1 + Math.max(0, ...[...shape.functions.values()].flatMap((each) => [...each.values()].map(depthOf)))
      );
    default:
      return 0;
  }
}

/** The shape of what may have either; the first when they are the same. */
export function join(one: Shape | undefined, other: Shape): Shape {
  if (!one || one === other) return other;
  if (isResult(one) && isResult(other)) return one;
  if (one.kind === 'transport' && other.kind === 'transport') return one;
  if (one.kind === 'list' && other.kind === 'list') return list(join(one.element, other.element));
  if (one.kind === 'closure' && other.kind === 'closure')
    return { kind: 'closure', functions: merged(one.functions, other.functions, mergedShapes) };
  if (one.kind !== 'holder' || other.kind !== 'holder') return OPAQUE;
  return { kind: 'holder', fields: mergedShapes(one.fields, other.fields), type: one.type ?? other.type };
}

/** True for what may be but data. */
export function isResult(shape: Shape | undefined): boolean {
  return shape?.kind === 'opaque' && shape.isResult;
}

function mergedShapes<K>(one: ReadonlyMap<K, Shape>, other: ReadonlyMap<K, Shape>): ReadonlyMap<K, Shape> {
  return merged(one, other, join);
}

function merged<K, V>(
  one: ReadonlyMap<K, V>,
  other: ReadonlyMap<K, V>,
  both: (first: V, second: V) => V,
): ReadonlyMap<K, V> {
  const all = new Map(one);
  for (const [key, value] of other) {
    const known = all.get(key);
    all.set(key, known === undefined ? value : both(known, value));
  }
  return all;
}

/** A text that is the same for equal shapes only. */
export function shapeKey(shape: Shape): string {
  switch (shape.kind) {
    case 'transport':
      return 'T';
    case 'opaque':
      return shape.isResult ? 'R' : 'O';
    case 'holder':
      return `{${keyOf(shape.fields, (field) => field)}}`;
    case 'list':
      return `[${shapeKey(shape.element)}]`;
    case 'closure':
      return [...shape.functions]
        .map(([graph, captured]) => `f${identity(graph)}(${keyOf(captured, ({ key }) => `${key}`)})`)
        .toSorted()
        .join('|');
  }
}

function keyOf<K>(shapes: ReadonlyMap<K, Shape>, name: (key: K) => string): string {
  return [...shapes]
    .map(([key, inner]) => `${name(key)}:${shapeKey(inner)}`)
    .toSorted()
    .join(',');
}

/** The shape of `x.a.b` for a holder x. */
export function along(shape: Shape, path: readonly string[]): Shape | undefined {
  let inner: Shape | undefined = shape;
  for (const name of path) {
    if (inner?.kind !== 'holder') return inner?.kind === 'opaque' ? inner : undefined;
    inner = inner.fields.get(name);
  }
  return inner;
}
