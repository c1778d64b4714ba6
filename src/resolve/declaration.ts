import type { SourceFile } from '../project/source-file.ts';
import type { Node, Tree } from '../syntax/tree.ts';
import type { Package } from './package.ts';

/** A top-level declaration of one name. Its syntax is parsed when `tree` is first called. */
export interface Declaration {
  readonly kind: 'function' | 'method' | 'type' | 'variable' | 'constant';
  readonly name: string;
  /** The receiver's base type name, for methods. */
  readonly receiver: string | undefined;
  readonly package: Package;
  readonly file: SourceFile;
  /** Offsets of the whole declaration (of the whole group for grouped ones), UTF-16 units. */
  readonly start: number;
  readonly end: number;
  /** The declaration without the body, for functions and methods: what their signatures need. */
  readonly header: { readonly tree: Tree; readonly node: Node };
  /** True for functions and methods with a body. */
  readonly hasBody: boolean;
  /** The tree of the declaration (or its group), parsed once. */
  readonly tree: Tree;
  /** Lets go of the tree: it is parsed again when asked for again. */
  release(): void;
  /** The function_declaration, method_declaration, type_spec, type_alias, var_spec or const_spec node in it; -1 when broken. */
  readonly node: Node;
}

/** True for names that other packages can use (Go spec, Exported identifiers). */
export function isExported(name: string): boolean {
  const code = name.charCodeAt(0);
  return code < 128 ? code >= 65 && code <= 90 : /^\p{Lu}/u.test(name);
}

/** The index of a declaration around an offset, -1 when there is none; declarations are in source order. */
export function indexAround(declarations: readonly Declaration[], offset: number): number {
  let low = 0;
  let high = declarations.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const declaration = declarations[middle] as Declaration;
    if (offset < declaration.start) high = middle - 1;
    else if (offset >= declaration.end) low = middle + 1;
    else return middle;
  }
  return -1;
}
