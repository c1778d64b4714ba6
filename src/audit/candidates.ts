import { Callers } from '../flow/callers.ts';
import type { FunctionGraph } from '../ir/ir.ts';
import { withLiterals } from '../ir/literals.ts';
import type { Typing } from '../ir/typing.ts';
import type { Productions } from '../flow/production.ts';
import type { Fate } from '../flow/production.ts';
import type { SourceFile } from '../project/source-file.ts';
import type { Declaration } from '../resolve/declaration.ts';
import type { Package } from '../resolve/package.ts';
import { findModel } from '../models/find-model.ts';

/** A declaration of a model, or of an interface, that yields a response. */
const OBTAINING = /^(?:func )?\s*(?:\([^)]*\) )?(\w+)\(.*\/\/.*\bobtains response/gm;
/** An interface method, function type or function-typed field whose result is a response. */
const DECLARED = /\b(\w+)\s*(?:func\s*)?\([^()]*(?:\([^()]*\)[^()]*)*\)\s*\(?[^()\n]*\.Response\b/g;

/**
 * Finds the functions in which a response may be obtained. Names come first: of what yields responses in the
 * packages that a package imports, and in the package itself; a function whose text calls one of them is lowered
 * and its calls resolved. A function that hands a response on yields responses itself, for those that import it.
 */
export class Candidates {
  private readonly packages: readonly Package[];
  private readonly typing: Typing;
  private readonly productions: Productions;
  private readonly callers: Callers;
  private readonly importers = new Map<string, Package[]>();
  private readonly names = new Map<Package, Set<string>>();
  private readonly work: { package: Package; name: string }[] = [];
  private readonly examined = new Set<Declaration>();
  readonly fates: Fate[] = [];

  constructor(packages: readonly Package[], typing: Typing, productions: Productions) {
    this.packages = packages;
    this.typing = typing;
    this.productions = productions;
    this.callers = new Callers(typing);
  }

  /** Examines all packages; gives every response that is obtained with its fate. */
  run(): readonly Fate[] {
    for (const each of this.packages) this.indexImports(each);
    for (const each of this.packages) this.seed(each);
    for (let item = this.work.pop(); item; item = this.work.pop()) {
      for (const file of item.package.files) this.search(item.package, file, item.name);
    }
    return this.fates;
  }

  private indexImports(each: Package): void {
    const paths = new Set(each.files.flatMap((file) => file.imports.map((spec) => spec.path)));
    for (const path of paths) {
      const importers = this.importers.get(path);
      if (importers) importers.push(each);
      else this.importers.set(path, [each]);
    }
  }

  private seed(each: Package): void {
    const paths = new Set(each.files.flatMap((file) => file.imports.map((spec) => spec.path)));
    for (const path of paths) {
      for (const name of modelNames(path)) this.look(each, name);
    }
    for (const file of each.files) {
      if (!file.bytes.includes('.Response')) continue;
      for (const declaration of each.declarationsOf(file)) {
        if (declaration.kind !== 'type') continue;
        const text = file.text.slice(declaration.start, declaration.end);
        for (const match of text.matchAll(DECLARED)) if (match[1]) this.announce(each, match[1]);
      }
    }
  }

  /** A name of this package yields responses: whoever can call it is searched. */
  private announce(owner: Package, name: string): void {
    this.look(owner, name);
    for (const importer of this.importers.get(owner.path) ?? []) this.look(importer, name);
  }

  private look(where: Package, name: string): void {
    let names = this.names.get(where);
    if (!names) this.names.set(where, (names = new Set()));
    if (names.has(name)) return;
    names.add(name);
    this.work.push({ package: where, name });
  }

  private search(owner: Package, file: SourceFile, name: string): void {
    if (!file.bytes.includes(name)) return;
    const call = new RegExp(`\\b${name}\\s*[(\\[]`, 'g');
    const declarations = owner.declarationsOf(file);
    for (const match of file.text.matchAll(call)) {
      const declaration = enclosing(declarations, match.index);
      if (declaration) this.examine(declaration);
    }
  }

  /** The fates in a function; where something is lost, once more with what its callers agree on. */
  private judged(graph: FunctionGraph): readonly Fate[] {
    const fates = this.productions.fates(graph);
    if (fates.every((fate) => fate.leaks.length === 0 && fate.endings.length === 0)) return fates;
    const facts = this.callers.agreedFacts(graph);
    return facts.size === 0 ? fates : this.productions.fates(graph, facts);
  }

  private examine(declaration: Declaration): void {
    if (this.examined.has(declaration)) return;
    this.examined.add(declaration);
    const graph = this.typing.graphs.of(declaration);
    if (!graph) return;
    let handsOn = false;
    for (const each of withLiterals(graph)) {
      for (const fate of this.judged(each)) {
        this.fates.push(fate);
        if (fate.handedOn.length > 0) handsOn = true;
      }
    }
    if (handsOn) this.announce(declaration.package, declaration.name);
  }
}

/** The declaration around an offset; declarations are in source order. */
function enclosing(declarations: readonly Declaration[], offset: number): Declaration | undefined {
  let low = 0;
  let high = declarations.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const declaration = declarations[middle] as Declaration;
    if (offset < declaration.start) high = middle - 1;
    else if (offset >= declaration.end) low = middle + 1;
    else return declaration;
  }
  return undefined;
}

const modelNamesByPath = new Map<string, readonly string[]>();

function modelNames(path: string): readonly string[] {
  let names = modelNamesByPath.get(path);
  if (!names) {
    const text = findModel(path)?.text ?? '';
    names = [...new Set([...text.matchAll(OBTAINING)].map((match) => match[1] ?? ''))];
    modelNamesByPath.set(path, names);
  }
  return names;
}
