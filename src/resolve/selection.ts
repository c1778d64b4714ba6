import type { Declaration } from './declaration.ts';
import { isExported } from './declaration.ts';
import type { InterfaceType, Selection, StructField, Type } from './type.ts';

/** What selectors need to know of types. */
export interface TypeFacts {
  underlying(type: Type): Type;
  /** A method declared with this named type as receiver, and its signature with the type's arguments. */
  declaredMethod(type: Type, name: string): { declaration: Declaration; type: Type } | undefined;
}

interface Candidate {
  readonly type: Type;
  readonly path: readonly StructField[];
  /** Import path of the package in which the unexported names of an unnamed type are declared; '' when not known. */
  readonly package: string;
  /** Reached in more than one way at its depth: whatever it declares is ambiguous. */
  readonly repeated: boolean;
}

/** Structs embedded deeper than this are not followed: generic types may embed ever new instances of themselves. */
const MAXIMUM_DEPTH = 64;

/**
 * The field or method that `x.name` denotes for an x of type T (Go spec, Selectors): the shallowest one; none when
 * several are equally shallow. With `from`, unexported names of other packages than that import path are not seen.
 */
export function selectMember(
  start: Type,
  name: string,
  facts: TypeFacts,
  from?: string,
): Selection | undefined {
  if (name === '' || name === '_') return undefined;
  const first = withoutPointer(start);
  const direct = first.kind === 'named' ? facts.declaredMethod(first, name) : undefined;
  if (direct !== undefined && isVisibleFrom(first, name, from)) {
    // Nothing is shallower, and a type with methods is neither interface nor pointer: its fields need not be read.
    return { kind: 'method', path: [], ...direct, dynamic: false, owner: first };
  }
  // Neither pointers to interfaces nor pointers to pointers have members.
  if (first !== start && ['interface', 'pointer'].includes(facts.underlying(first).kind)) return undefined;
  const hidden = from !== undefined && !isExported(name) ? from : undefined;
  const seen = new Set<unknown>();
  let level: readonly Candidate[] = [{ type: first, path: [], package: '', repeated: false }];
  for (let depth = 0; level.length > 0 && depth < MAXIMUM_DEPTH; depth++) {
    const found: { candidate: Candidate; selection: Selection }[] = [];
    const next: Candidate[] = [];
    for (const candidate of level) {
      if (hasBeenSeen(candidate.type, seen)) continue;
      const owner = candidate.type.kind === 'named' ? candidate.type.package : candidate.package;
      const isVisible = hidden === undefined || owner === '' || owner === hidden;
      const selection = isVisible ? memberOf(candidate, name, facts) : undefined;
      if (selection !== undefined) found.push({ candidate, selection });
      else next.push(...embeddedIn(candidate, owner, facts));
    }
    const [only] = found;
    if (only !== undefined) return found.length > 1 || only.candidate.repeated ? undefined : only.selection;
    level = mergeRepeated(next);
  }
  return undefined;
}

function isVisibleFrom(type: Type, name: string, from: string | undefined): boolean {
  return from === undefined || isExported(name) || (type.kind === 'named' && type.package === from);
}

/** Methods of an interface with those it embeds; the types that declare them. */
export function interfaceMethods(
  start: Type,
  facts: Pick<TypeFacts, 'underlying'>,
): ReadonlyMap<string, { readonly method: InterfaceType['methods'][number]; readonly owner: Type }> {
  const methods = new Map<string, { method: InterfaceType['methods'][number]; owner: Type }>();
  const seen = new Set<Type>();
  const pending: Type[] = [start];
  for (const type of pending) {
    const underlying = facts.underlying(type);
    if (underlying.kind !== 'interface' || seen.has(underlying)) continue;
    seen.add(underlying);
    for (const method of underlying.methods) {
      if (!methods.has(method.name)) methods.set(method.name, { method, owner: type });
    }
    pending.push(...underlying.embedded);
  }
  return methods;
}

/** The element of a pointer; any other type itself. */
export function withoutPointer(type: Type): Type {
  return type.kind === 'pointer' ? type.element : type;
}

/** Instances of one generic type have the same members, so the first one met hides the rest. */
function hasBeenSeen(type: Type, seen: Set<unknown>): boolean {
  if (type.kind !== 'named') return false;
  const key = type.declaration ?? `${type.package} ${type.name}`;
  if (seen.has(key)) return true;
  seen.add(key);
  return false;
}

function memberOf(candidate: Candidate, name: string, facts: TypeFacts): Selection | undefined {
  const { type, path } = candidate;
  const declared = facts.declaredMethod(type, name);
  if (declared !== undefined) return { kind: 'method', path, ...declared, dynamic: false, owner: type };
  const underlying = facts.underlying(type);
  if (underlying.kind === 'interface') {
    const found = interfaceMethods(type, facts).get(name);
    if (found === undefined) return undefined;
    const { type: methodType, declaration } = found.method;
    return { kind: 'method', path, type: methodType, declaration, dynamic: true, owner: found.owner };
  }
  const structure = structOf(underlying, facts);
  const field = structure?.find((each) => each.name === name);
  if (field === undefined) return undefined;
  return { kind: 'field', path, type: field.type, declaration: undefined, dynamic: false, owner: type };
}

function embeddedIn(candidate: Candidate, owner: string, facts: TypeFacts): readonly Candidate[] {
  const fields = structOf(facts.underlying(candidate.type), facts) ?? [];
  return fields
    .filter((field) => field.embedded)
    .map((field) => ({
      type: withoutPointer(field.type),
      path: [...candidate.path, field],
      package: owner,
      repeated: candidate.repeated,
    }));
}

/** A defined pointer type has the fields of what it points to, though not its methods. */
function structOf(underlying: Type, facts: TypeFacts): readonly StructField[] | undefined {
  const structure = underlying.kind === 'pointer' ? facts.underlying(underlying.element) : underlying;
  return structure.kind === 'struct' ? structure.fields : undefined;
}

/** Unnamed types cannot be embedded except through aliases, which stand for one object each: identity will do. */
function mergeRepeated(candidates: readonly Candidate[]): readonly Candidate[] {
  const merged = new Map<unknown, Candidate>();
  for (const candidate of candidates) {
    const { type } = candidate;
    const key = type.kind === 'named' ? (type.declaration ?? `${type.package} ${type.name}`) : type;
    const known = merged.get(key);
    merged.set(key, known === undefined ? candidate : { ...known, repeated: true });
  }
  return [...merged.values()];
}
