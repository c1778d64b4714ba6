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
  /** A struct, or pointer to one, that holds the resource in a field. */
  | { readonly kind: 'holder'; readonly field: string; readonly inner: Handle }
  /** The response's StatusCode or ContentLength. */
  | { readonly kind: 'status' | 'length' }
  /** A method value bound to the resource. */
  | { readonly kind: 'method'; readonly name: string; readonly receiver: Handle };

export const RESPONSE: Handle = { kind: 'response' };
export const BODY: Handle & { kind: 'body' } = { kind: 'body', limit: 'none', closes: true };

/** True for handles through which the resource can be read, closed or passed on. */
export function isOwning(handle: Handle): boolean {
  return handle.kind !== 'status' && handle.kind !== 'length';
}

/** A text that is the same for equal handles only. */
export function handleKey(handle: Handle): string {
  switch (handle.kind) {
    case 'response':
      return 'R';
    case 'body':
      return `B${handle.limit}${handle.closes ? 'c' : ''}`;
    case 'holder':
      return `H${handle.field}(${handleKey(handle.inner)})`;
    case 'status':
      return 'S';
    case 'length':
      return 'L';
    case 'method':
      return `M${handle.name}(${handleKey(handle.receiver)})`;
  }
}
