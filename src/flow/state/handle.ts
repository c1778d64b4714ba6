import type { NamedType, Type } from '../../resolve/type.ts';

/**
 * How a value leads to the resource that is followed, one HTTP response with its body.
 * Handles are plain immutable values; two with the same `handleKey` are the same.
 */
export type Handle =
  /** The *http.Response itself. */
  | { readonly kind: 'response' }
  /** A reader of its body: the body itself, or something that reads from it. */
  | {
      readonly kind: 'body';
      /** Where reading this stops before the body's EOF: nowhere, at an end of its own, or at one by an error. */
      readonly limit: 'none' | 'end' | 'error';
      /** Closing this closes the body. */
      readonly closes: boolean;
    }
  /** A struct, or pointer to one, that holds the resource in some of its fields. */
  | {
      readonly kind: 'holder';
      readonly fields: readonly HeldField[];
      /** The struct's type, when it has a name. */
      readonly type: NamedType | undefined;
    }
  /** The function that cancels the context of the request: it frees the connection, which is lost. */
  | { readonly kind: 'cancel' }
  /** The response's StatusCode or ContentLength. */
  | { readonly kind: 'status' | 'length' }
  /** A method value bound to the resource. */
  | { readonly kind: 'method'; readonly name: string; readonly receiver: Handle };

export interface HeldField {
  readonly name: string;
  readonly inner: Handle;
}

export const CANCEL: Handle = { kind: 'cancel' };
export const RESPONSE: Handle = { kind: 'response' };
export const BODY: Handle & { kind: 'body' } = { kind: 'body', limit: 'none', closes: true };

/** The same holder with one more field that leads to the resource; one of this type when there was none. */
export function withField(
  holder: Handle | undefined,
  name: string,
  inner: Handle,
  type: Type | undefined,
): Handle {
  const before = holder?.kind === 'holder' ? holder : undefined;
  const others = before?.fields.filter((field) => field.name !== name) ?? [];
  const fields = [...others, { name, inner }].toSorted((a, b) => (a.name < b.name ? -1 : 1));
  return { kind: 'holder', fields, type: before?.type ?? (type?.kind === 'named' ? type : undefined) };
}

/** Holders are told apart this deep; what wraps itself in a loop would come to deeper ones without end. */
const NESTING = 8;

/** True for a handle that is nested too deep to be followed. */
export function isTooDeep(handle: Handle, depth = 0): boolean {
  if (depth > NESTING) return true;
  if (handle.kind === 'method') return isTooDeep(handle.receiver, depth + 1);
  return handle.kind === 'holder' && handle.fields.some(({ inner }) => isTooDeep(inner, depth + 1));
}

/** True for handles through which the resource can be read, closed or passed on. */
export function isOwning(handle: Handle): boolean {
  return handle.kind !== 'status' && handle.kind !== 'length';
}

/** True for handles through which the body can be read. */
export function leadsToBody(handle: Handle): boolean {
  switch (handle.kind) {
    case 'response':
    case 'body':
      return true;
    case 'holder':
      return handle.fields.some(({ inner }) => leadsToBody(inner));
    case 'method':
      return leadsToBody(handle.receiver);
    default:
      return false;
  }
}

/** A text that is the same for equal handles only. */
export function handleKey(handle: Handle): string {
  switch (handle.kind) {
    case 'response':
      return 'R';
    case 'body':
      return `B${handle.limit}${handle.closes ? 'c' : ''}`;
    case 'holder':
      return `H${typeKey(handle.type)}${handle.fields.map(({ name, inner }) => `${name}(${handleKey(inner)})`).join()}`;
    case 'cancel':
      return 'C';
    case 'status':
      return 'S';
    case 'length':
      return 'L';
    case 'method':
      return `M${handle.name}(${handleKey(handle.receiver)})`;
  }
}

function typeKey(type: NamedType | undefined): string {
  return type ? `${type.package}.${type.name}:` : '';
}
