import type { Module, SourceFile } from '../project/source-file.ts';
import { outlineFile } from '../syntax/outline.ts';
import type { Parser } from '../syntax/parser.ts';
import type { Declaration } from './declaration.ts';
import { isExported } from './declaration.ts';
import { likelyPackageNames } from './import-name.ts';
import { mayDeclare, mayDeclareMethods } from './may-declare.ts';
import { DeclarationSpan, OutlinedDeclaration } from './outlined-declaration.ts';
import type { Package } from './package.ts';

/** What a `PackageIndex` needs from the program it belongs to. */
export interface PackageSurroundings {
  readonly parser: Parser;
  /** Where files with syntax errors are noted. */
  readonly brokenFiles: Set<SourceFile>;
  /** A package by import path; undefined when it is not at hand. */
  find(importPath: string): PackageIndex | undefined;
}

/** Where the files of a package come from. */
export type PackageDescription = Pick<
  Package,
  'path' | 'name' | 'module' | 'files' | 'isModel' | 'isDependency'
>;

interface MemberIndex {
  readonly members: ReadonlyMap<string, Declaration>;
  readonly methods: ReadonlyMap<string, readonly Declaration[]>;
}

/** To outline a file takes about as long as to search its bytes so many times. */
const MANY_SEARCHES = 10;

/** The declarations of one package. A file is outlined when it may declare what is asked for. */
export class PackageIndex implements Package {
  readonly path: string;
  readonly name: string;
  readonly module: Module;
  readonly files: readonly SourceFile[];
  readonly isModel: boolean;
  readonly isDependency: boolean;
  readonly #surroundings: PackageSurroundings;
  readonly #declarations = new Map<SourceFile, readonly Declaration[]>();
  readonly #importNames = new Map<SourceFile, Map<string, string | undefined>>();
  readonly #members = new Map<string, Declaration | undefined>();
  readonly #methods = new Map<string, readonly Declaration[]>();
  #inOrder: readonly SourceFile[] | undefined;
  #searches = 0;
  #all: MemberIndex | undefined;
  #dotImports: readonly string[] | undefined;

  constructor(description: PackageDescription, surroundings: PackageSurroundings) {
    this.path = description.path;
    this.name = description.name;
    this.module = description.module;
    this.files = description.files;
    this.isModel = description.isModel;
    this.isDependency = description.isDependency;
    this.#surroundings = surroundings;
  }

  lookup(name: string): Declaration | undefined {
    return this.lookupOwn(name) ?? this.#lookupDotImported(name);
  }

  /** Like `lookup`, without names that dot imports bring in: those are not visible from other packages. */
  lookupOwn(name: string): Declaration | undefined {
    const all = this.#indexed();
    if (all !== undefined) return all.members.get(name);
    if (!this.#members.has(name)) this.#members.set(name, this.#find(name));
    return this.#members.get(name);
  }

  methods(typeName: string): readonly Declaration[] {
    const all = this.#indexed();
    if (all !== undefined) return all.methods.get(typeName) ?? [];
    let methods = this.#methods.get(typeName);
    if (methods === undefined) {
      this.#searches++;
      methods = this.#files()
        .filter(({ bytes }) => mayDeclareMethods(bytes, typeName))
        .flatMap((file) => this.declarationsOf(file))
        .filter(({ receiver }) => receiver === typeName);
      this.#methods.set(typeName, methods);
    }
    return methods;
  }

  declarationsOf(file: SourceFile): readonly Declaration[] {
    let declarations = this.#declarations.get(file);
    if (declarations === undefined) {
      declarations = outlineDeclarations(this, file, this.#surroundings);
      this.#declarations.set(file, declarations);
    }
    return declarations;
  }

  dotImports(file: SourceFile): readonly string[] {
    return file.imports.filter((spec) => spec.name === '.').map((spec) => spec.path);
  }

  importPath(file: SourceFile, localName: string): string | undefined {
    let names = this.#importNames.get(file);
    if (names === undefined) {
      names = new Map();
      for (const spec of file.imports) if (spec.name !== undefined) names.set(spec.name, spec.path);
      names.delete('.');
      names.delete('_');
      this.#importNames.set(file, names);
    }
    if (!names.has(localName)) names.set(localName, this.#findUnnamedImport(file, localName));
    return names.get(localName);
  }

  /** The name in the package clause decides where it is known; else the path that most likely has this name. */
  #findUnnamedImport(file: SourceFile, localName: string): string | undefined {
    let best: string | undefined;
    let bestRank = Number.POSITIVE_INFINITY;
    const unlikely: string[] = [];
    for (const spec of file.imports) {
      if (spec.name !== undefined) continue;
      const rank = likelyPackageNames(spec.path).indexOf(localName);
      if (rank < 0) {
        unlikely.push(spec.path);
        continue;
      }
      const found = this.#surroundings.find(spec.path);
      if (found?.name === localName) return spec.path;
      if (found === undefined && rank < bestRank) {
        best = spec.path;
        bestRank = rank;
      }
    }
    // Only now look at packages whose path does not resemble the name: this may read their files.
    return unlikely.find((path) => this.#surroundings.find(path)?.name === localName) ?? best;
  }

  #lookupDotImported(name: string): Declaration | undefined {
    this.#dotImports ??= [...new Set(this.files.flatMap((file) => this.dotImports(file)))];
    if (this.#dotImports.length === 0 || !isExported(name)) return undefined;
    for (const path of this.#dotImports) {
      const declaration = this.#surroundings.find(path)?.lookupOwn(name);
      if (declaration !== undefined) return declaration;
    }
    return undefined;
  }

  /** The first declaration of a name counts, but one in a test file never hides one outside. */
  #find(name: string): Declaration | undefined {
    if (name === '' || name === '_') return undefined;
    this.#searches++;
    for (const file of this.#files()) {
      if (!mayDeclare(file.bytes, name)) continue;
      const found = this.declarationsOf(file).find((each) => each.name === name && isReferable(each));
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** Of a package in which so much is looked up, everything: from then on each look costs nothing. */
  #indexed(): MemberIndex | undefined {
    if (this.#searches > MANY_SEARCHES) this.#all ??= indexMembers(this, this.#files());
    return this.#all;
  }

  /** Those of tests last. */
  #files(): readonly SourceFile[] {
    this.#inOrder ??= this.files.toSorted((a, b) => Number(a.isTest) - Number(b.isTest));
    return this.#inOrder;
  }
}

function indexMembers(owner: Package, files: readonly SourceFile[]): MemberIndex {
  const members = new Map<string, Declaration>();
  const methods = new Map<string, Declaration[]>();
  for (const declaration of files.flatMap((file) => owner.declarationsOf(file))) {
    const { name, receiver } = declaration;
    if (receiver !== undefined) {
      const known = methods.get(receiver);
      if (known === undefined) methods.set(receiver, [declaration]);
      else known.push(declaration);
    } else if (name !== '_' && isReferable(declaration) && !members.has(name)) {
      members.set(name, declaration);
    }
  }
  return { members, methods };
}

/** Methods are found by their type; init functions declare nothing that can be referred to. */
function isReferable({ kind, name }: Declaration): boolean {
  return kind !== 'method' && !(name === 'init' && kind === 'function');
}

function outlineDeclarations(
  owner: Package,
  file: SourceFile,
  surroundings: PackageSurroundings,
): readonly Declaration[] {
  const declarations: Declaration[] = [];
  let span: DeclarationSpan | undefined;
  let ordinals = new Map<string, number>();
  const outline = outlineFile(file.text, surroundings.parser);
  if (outline.unsure) surroundings.brokenFiles.add(file);
  for (const entry of outline.declarations) {
    if (span === undefined || span.start !== entry.start || span.end !== entry.end) {
      span = new DeclarationSpan(surroundings, file, entry.start, entry.end);
      ordinals = new Map();
    }
    const { kind, name, receiver, headerEnd } = entry;
    const ordinal = ordinals.get(name) ?? 0;
    ordinals.set(name, ordinal + 1);
    declarations.push(
      new OutlinedDeclaration({ kind, name, receiver, headerEnd, package: owner }, span, ordinal),
    );
  }
  return declarations;
}
