import type { NamedType, Type } from '../../resolve/type.ts';

/** The package whose connections are audited, and its response type. */
const PACKAGE = 'net/http';

/** What a field of http.Response tells; undefined for those that say nothing of the body. */
export function fieldMeaning(field: string): 'body' | 'status' | 'length' | undefined {
  switch (field) {
    case 'Body':
      return 'body';
    case 'StatusCode':
      return 'status';
    case 'ContentLength':
      return 'length';
    default:
      return undefined;
  }
}

/** True for http.Response and pointers to it. */
export function isResponse(type: Type): boolean {
  return isNamed(type, PACKAGE, 'Response');
}

/** True for http.Client and pointers to it. */
export function isClient(type: Type): boolean {
  return isNamed(type, PACKAGE, 'Client');
}

/** True for the types that own a pool of connections: http.Transport, http2.Transport and pointers to them. */
export function isTransport(type: Type): boolean {
  return isNamed(type, PACKAGE, 'Transport') || isNamed(type, 'golang.org/x/net/http2', 'Transport');
}

/** True for http.Request and pointers to it. */
export function isRequest(type: Type): boolean {
  return isNamed(type, PACKAGE, 'Request');
}

/** A named type, behind a pointer or not. */
export function namedType(type: Type): NamedType | undefined {
  const bare = type.kind === 'pointer' ? type.element : type;
  return bare.kind === 'named' ? bare : undefined;
}

/** True for a type of this package and name, and for pointers to it. */
export function isNamed(type: Type, path: string, name: string): boolean {
  const named = namedType(type);
  return named?.package === path && named.name === name;
}

/** True for the constant http.MethodHead. */
export function isHeadMethod(path: string, name: string): boolean {
  return path === PACKAGE && name === 'MethodHead';
}

/** True for the package variable http.NoBody. */
export function isNoBody(path: string, name: string): boolean {
  return path === PACKAGE && name === 'NoBody';
}

/** The types whose requests go over connections: an interface that one of them satisfies yields responses. */
export const CLIENT_TYPES: readonly { readonly package: string; readonly name: string }[] = [
  { package: PACKAGE, name: 'Client' },
  { package: PACKAGE, name: 'Transport' },
];
