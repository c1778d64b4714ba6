import type { Typing } from '../ir/typing.ts';
import type { SourceFile } from '../project/source-file.ts';
import type { Declaration } from '../resolve/declaration.ts';
import { isExported } from '../resolve/declaration.ts';
import type { Package } from '../resolve/package.ts';
import type { Type } from '../resolve/type.ts';
import type { Types } from '../resolve/types.ts';
import { DeclaredResponses, declaredByModel, namesOfType, spelled } from './declared-responses.ts';
import { DependencyResponses, importedBy } from './dependency-responses.ts';
import { GivenClients } from './given-clients.ts';
import type { Importers } from './importers.ts';
import { promotedTo } from './promoted-clients.ts';
import type { Spelling } from './spelling.ts';

/** The model file of an import path. */
export type FindModel = (importPath: string) => SourceFile | undefined;

/** Told what yields responses. */
export interface SeedListener {
  /** Calls of this spelling are to be looked for in a package. */
  look(where: Package, spelling: Spelling): void;
  /** The same in a package and all that import it. */
  announce(owner: Package, spelling: Spelling): void;
  /** A function of this name yields responses, in code that is not searched. */
  know(name: string): void;
}

/** Knows what yields responses by declarations alone: those of models, of dependencies and of the packages themselves. */
export class Seeds {
  private readonly typing: Typing;
  private readonly findModel: FindModel;
  private readonly importers: Importers;
  private readonly listener: SeedListener;
  private readonly dependencies: DependencyResponses;
  private readonly givenClients: GivenClients;
  private readonly modelSpellings = new Map<string, readonly Spelling[]>();
  /** What functions of dependencies that yield responses import. */
  private readonly knownInside = new Set<string>();

  constructor(typing: Typing, findModel: FindModel, importers: Importers, listener: SeedListener) {
    this.typing = typing;
    this.findModel = findModel;
    this.importers = importers;
    this.listener = listener;
    this.dependencies = new DependencyResponses(typing.program);
    this.givenClients = new GivenClients(typing.program, findModel);
  }

  /** Tells what is known of packages before any function is examined. */
  sow(packages: readonly Package[]): void {
    for (const each of packages) this.seed(each);
    for (const each of promotedTo(packages, this.importers))
      for (const spelling of this.spellingsOf('net/http')) this.listener.look(each, spelling);
  }

  private seed(each: Package): void {
    const imported = this.importers.importedBy(each);
    for (const path of imported) {
      for (const spelling of this.spellingsOf(path)) this.listener.look(each, spelling);
      this.seedFromDependency(each, path);
    }
    for (const file of each.files) this.seedDeclared(each, file);
    if (!imported.has('net/http') && this.givenClients.areUsedIn(each))
      for (const spelling of this.spellingsOf('net/http')) this.listener.look(each, spelling);
  }

  /** What the types, parameters and variables of a file declare to yield responses. */
  private seedDeclared(owner: Package, file: SourceFile): void {
    const imported = file.imports.find((spec) => spec.path === 'net/http');
    const local = imported?.name ?? 'http';
    if (!imported || !file.bytes.includes(`${local}.Response`)) return;
    const declared = new DeclaredResponses(local);
    for (const declaration of owner.declarationsOf(file)) {
      const text = file.text.slice(declaration.start, declaration.end);
      for (const spelling of declared.in(text, declaration.kind === 'type')) {
        this.listener.announce(owner, spelling);
        if (declaration.kind === 'type' && declaration.name === spelling.name)
          this.seedValuesOf(owner, spelling);
      }
    }
  }

  /** Variables, fields and parameters of a function type are called by their own names. */
  private seedValuesOf(owner: Package, type: Spelling): void {
    for (const place of [owner, ...this.importers.of(owner.path)]) {
      for (const file of place.files) {
        if (!file.bytes.includes(type.name)) continue;
        for (const name of namesOfType(file.text, type.name)) this.listener.look(place, { ...type, name });
      }
    }
  }

  /** What a dependency declares to yield responses, and what that is made from in turn. */
  private seedFromDependency(importer: Package, path: string): void {
    const declared = this.dependencies.of(path);
    if (declared.length === 0) return;
    for (const declaration of declared) {
      if (isExported(declaration.name))
        this.listener.look(importer, spellingOf(this.typing.types, declaration));
    }
    const work = [declared];
    for (let next = work.pop(); next; next = work.pop()) {
      for (const { name } of next) this.listener.know(name);
      for (const inner of importedBy(next)) {
        if (this.knownInside.has(inner)) continue;
        this.knownInside.add(inner);
        for (const { name } of this.spellingsOf(inner)) this.listener.know(name);
        work.push(this.dependencies.of(inner));
      }
    }
  }

  /** What a model declares to yield responses. */
  private spellingsOf(path: string): readonly Spelling[] {
    let spellings = this.modelSpellings.get(path);
    if (!spellings) {
      spellings = declaredByModel(this.findModel(path)?.text ?? '');
      this.modelSpellings.set(path, spellings);
    }
    return spellings;
  }
}

/** How a function is called. */
export function spellingOf(types: Types, declaration: Declaration): Spelling {
  const { parameters, results, variadic } = types.signature(declaration);
  const functions = parameters.some(({ type }) => mayBeFunction(types, type));
  return spelled(declaration.name, parameters.length, variadic, results.length, functions);
}

function mayBeFunction(types: Types, type: Type): boolean {
  const { kind } = types.underlying(type);
  return (
    kind === 'function' ||
    kind === 'interface' ||
    kind === 'unknown' ||
    kind === 'slice' ||
    kind === 'typeParameter'
  );
}
