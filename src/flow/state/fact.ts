import type { Call, Constant, FunctionGraph, Variable } from '../../ir/ir.ts';

/** What is known of a variable's value on one path. */
export type Fact =
  | Constant
  /** The zero value of its type: nil, false, 0 or "". */
  | { readonly kind: 'zero' }
  /** Of an error that was made on this path its type is known too, whatever interface it is kept in. */
  | { readonly kind: 'not nil'; readonly type?: string }
  /** Any value but this constant. */
  | { readonly kind: 'other'; readonly than: Constant }
  /** A counter, from `least` to `most` more than what the symbol stands for; `isNext` once it was counted up since. */
  | {
      readonly kind: 'bounds';
      readonly symbol: string;
      readonly least: number;
      readonly most: number;
      readonly isNext: boolean;
    }
  /** The error of a read that may have been io.EOF. */
  | { readonly kind: 'read error' }
  /** The error of a write of what was read, or how much was written. */
  | { readonly kind: 'written'; readonly part: 'error' | 'length' }
  /** What was read up to a limit, or how much that was. */
  | { readonly kind: 'limited'; readonly part: 'content' | 'length' }
  /** A request with the method HEAD. */
  | { readonly kind: 'head request' }
  /** The context of the request, its error, or the channel that is closed when it ends. */
  | { readonly kind: 'request context'; readonly part: 'itself' | 'error' | 'done' }
  | { readonly kind: 'function'; readonly graph: FunctionGraph }
  /** A context, or a request that was made with one: it ends when one of these does. */
  | { readonly kind: 'context'; readonly from: readonly ContextSource[] }
  /** The function that ends the context which this call made. */
  | { readonly kind: 'cancel'; readonly of: Call };

/** Where a context comes from: a call such as context.WithCancel, or a variable that the function was given it in. */
export type ContextSource = Call | Variable;

export const NIL: Fact = { kind: 'nil' };
export const NOT_NIL: Fact = { kind: 'not nil' };
export const LIMITED_LENGTH: Fact = { kind: 'limited', part: 'length' };
export const TRUE: Fact = { kind: 'boolean', value: true };
export const FALSE: Fact = { kind: 'boolean', value: false };

/** Whether a value is nil; undefined when the fact does not tell. */
export function isNil(fact: Fact | undefined): boolean | undefined {
  if (fact === undefined || fact.kind === 'read error' || fact.kind === 'other' || fact.kind === 'context')
    return undefined;
  if (fact.kind === 'limited' || fact.kind === 'written') return undefined;
  if (fact.kind === 'request context' && fact.part === 'error') return undefined;
  return fact.kind === 'nil' || fact.kind === 'zero';
}

/** A boolean's value; undefined when the fact does not tell. */
export function truth(fact: Fact | undefined): boolean | undefined {
  if (fact?.kind === 'zero') return false;
  return fact?.kind === 'boolean' ? fact.value : undefined;
}

/** The name of a package variable that says that it is an error to compare with, such as EOF or ErrNotFound: never nil. */
export function isSentinel(name: string): boolean {
  return /^(?:EOF$|[eE]rr\p{Lu})/u.test(name);
}

/** True for facts that are never forgotten. */
export function isEssential(kind: Fact['kind']): boolean {
  return kind === 'function' || kind === 'context' || kind === 'cancel';
}

let nextIdentity = 0;
const identities = new WeakMap<object, number>();

/** A number that is different for different objects. */
export function identity(object: object): number {
  let known = identities.get(object);
  if (known === undefined) {
    known = nextIdentity++;
    identities.set(object, known);
  }
  return known;
}

/** The fact that all are; undefined when they differ, or when one is not known. */
export function agreedFact(facts: readonly (Fact | undefined)[]): Fact | undefined {
  const [first] = facts;
  return first && facts.every((fact) => fact && factKey(fact) === factKey(first)) ? first : undefined;
}

/** A text that is the same for equal facts only. */
export function factKey(fact: Fact): string {
  switch (fact.kind) {
    case 'nil':
    case 'zero':
      return fact.kind;
    case 'not nil':
      return `!nil${fact.type ?? ''}`;
    case 'head request':
      return 'head';
    case 'read error':
      return 'read';
    case 'other':
      return `!${factKey(fact.than)}`;
    case 'limited':
      return `l${fact.part}`;
    case 'written':
      return `w${fact.part}`;
    case 'bounds':
      return `b${fact.symbol}:${fact.least}:${fact.most}${fact.isNext ? '+' : ''}`;
    case 'request context':
      return `c${fact.part}`;
    case 'function':
      return `f${identity(fact.graph)}`;
    case 'context':
      return sourcesKey(fact.from);
    case 'cancel':
      return `x${identity(fact.of)}`;
    default:
      return JSON.stringify(fact.value);
  }
}

/** A text that is the same for the same sources only; they are in the order of `mergedSources`. */
export function sourcesKey(sources: readonly ContextSource[]): string {
  return `c${sources.map(identity).join('+')}`;
}

/** The sources of all lists, each once, in one order. */
export function mergedSources(lists: readonly (readonly ContextSource[])[]): readonly ContextSource[] {
  return [...new Set(lists.flat())].toSorted((a, b) => identity(a) - identity(b));
}
