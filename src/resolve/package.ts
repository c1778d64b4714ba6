import type { Module, SourceFile } from '../project/source-file.ts';
import type { Declaration } from './declaration.ts';

/** An index of one package's declarations, over its files; outlines are made at first use. */
export interface Package {
  readonly path: string;
  readonly name: string;
  readonly module: Module;
  readonly files: readonly SourceFile[];
  /** True when it comes from models/: bodiless declarations with effects. */
  readonly isModel: boolean;
  /** True when it belongs to a dependency: looked up where it is used, never searched as a whole and never audited. */
  readonly isDependency: boolean;
  /** A package-level function, type, variable or constant. Build variants may give several; the first counts. */
  lookup(name: string): Declaration | undefined;
  /** The methods declared with this base type name as receiver, pointer or value. */
  methods(typeName: string): readonly Declaration[];
  /** All declarations of one file in source order (methods included). */
  declarationsOf(file: SourceFile): readonly Declaration[];
  /** The import path that a local name stands for in a file; undefined when it is not an import. */
  importPath(file: SourceFile, localName: string): string | undefined;
  /** The paths that a file imports with `.`; `lookup` falls through to those at hand. */
  dotImports(file: SourceFile): readonly string[];
}

/** All packages that can be looked up: the modules at hand, then the models, then the source of dependencies. */
export interface Program {
  /** The packages to audit. */
  readonly packages: readonly Package[];
  /** A package by import path; undefined when its source is not present and no model exists. */
  package(path: string): Package | undefined;
  /** The same for packages of the modules at hand alone: no dependency is read to find out. */
  packageAtHand(path: string): Package | undefined;
  /** The model of an import path, even when its source is at hand; undefined when there is none. */
  model(path: string): SourceFile | undefined;
  /** The files in which a syntax error was met so far. */
  readonly brokenFiles: ReadonlySet<SourceFile>;
  /** Every package made so far but dependencies: those to audit, then those that were asked for; models included. */
  loaded(): readonly Package[];
}
