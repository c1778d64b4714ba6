import type { SourceFile } from '../project/source-file.ts';
import type { Package } from './package.ts';
import type { Type } from './type.ts';

/** Where a type expression stands: what its names denote depends on it. */
export interface TypeContext {
  readonly package: Package;
  /** The file whose imports count. */
  readonly file: SourceFile;
  /** The type parameters in scope, of the function, the type or the receiver. */
  readonly typeParameters?: ReadonlyMap<string, Type> | undefined;
  /** Types declared inside the function around the expression; undefined for names that are not. */
  readonly localTypes?: ((name: string) => Type | undefined) | undefined;
}
