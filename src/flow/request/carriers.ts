import type { Type } from '../../resolve/type.ts';
import type { Types } from '../../resolve/types.ts';
import { isResponse } from './http.ts';

/** Structs are looked into this deep for a field that leads to a response. */
const DEPTH = 2;

/** Which types can lead to a response: the response itself, a body, and what holds either. */
export class Carriers {
  private readonly types: Types;
  private readonly known = new Map<string, boolean>();

  constructor(types: Types) {
    this.types = types;
  }

  /** Whether a value of this type can lead to a response. */
  has(type: Type, depth = 0): boolean {
    const bare = type.kind === 'pointer' ? type.element : type;
    if (isResponse(bare) || bare.kind === 'typeParameter') return true;
    if (bare.kind === 'struct' || bare.kind === 'interface') return this.holds(bare, depth);
    if (bare.kind !== 'named') return false;
    const key = `${bare.package}.${bare.name}`;
    let carries = this.known.get(key);
    if (carries === undefined) {
      this.known.set(key, false);
      carries = this.holds(bare, depth);
      this.known.set(key, carries);
    }
    return carries;
  }

  private holds(type: Type, depth: number): boolean {
    const underlying = this.types.underlying(type);
    if (underlying.kind === 'interface') return this.hasMethod(type, ['Close', 'Read']);
    // What the library makes of a reader does not show that it holds it.
    if (type.kind === 'named' && type.declaration?.package.isModel === true)
      return this.hasMethod(type, ['Read', 'Scan', 'Decode', 'Close']);
    if (underlying.kind !== 'struct' || depth > DEPTH) return false;
    return underlying.fields.some((field) => this.has(field.type, depth + 1));
  }

  private hasMethod(type: Type, names: readonly string[]): boolean {
    return names.some((name) => this.types.select(type, name)?.kind === 'method');
  }
}
