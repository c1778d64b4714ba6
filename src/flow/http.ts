import type { Type } from '../resolve/type.ts';

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
  return isNamed(type, 'Response');
}

/** True for http.Client and pointers to it. */
export function isClient(type: Type): boolean {
  return isNamed(type, 'Client');
}

/** True for http.Transport and pointers to it. */
export function isTransport(type: Type): boolean {
  return isNamed(type, 'Transport');
}

/** True for http.Request and pointers to it. */
export function isRequest(type: Type): boolean {
  return isNamed(type, 'Request');
}

function isNamed(type: Type, name: string): boolean {
  const named = type.kind === 'pointer' ? type.element : type;
  return named.kind === 'named' && named.package === PACKAGE && named.name === name;
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
