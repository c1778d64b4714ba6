import { isResponse } from '../flow/request/http.ts';
import { Callers } from '../flow/fate/callers.ts';
import type { FunctionGraph, Variable } from '../ir/ir.ts';
import { withLiterals } from '../ir/literals.ts';
import type { Typing } from '../ir/typing.ts';
import type { Productions } from '../flow/fate/production.ts';
import type { Fact } from '../flow/state/fact.ts';
import type { Fate } from '../flow/fate/fate.ts';
import { isLeftToGiven, withHandlers } from '../flow/fate/handlers.ts';
import type { SourceFile } from '../project/source-file.ts';
import type { Declaration } from '../resolve/declaration.ts';
import { indexAround } from '../resolve/declaration.ts';
import type { Package } from '../resolve/package.ts';
import { spelled } from './declared-responses.ts';
import { Importers } from './importers.ts';
import { importedFirst, withImports } from './package-order.ts';
import type { FindModel } from './seeds.ts';
import { Seeds, spellingOf } from './seeds.ts';
import type { Spelling } from './spelling.ts';
import { callsSpelled, mayBeCalled, spellingKey } from './spelling.ts';

type Facts = ReadonlyMap<Variable, Fact>;
const NO_FACTS: Facts = new Map();

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
  private readonly importers: Importers;
  private readonly seeds: Seeds;
  /** The keys of the spellings that were searched for, by their names. */
  private readonly looked = new Map<Package, Map<string, Set<string>>>();
  /** What is still to be searched for, by the package to search and the key of the spelling. */
  private readonly work = new Map<Package, Map<string, Spelling>>();
  private readonly examined = new Map<Declaration, Examined>();
  /** When each name became known to yield responses, in steps of one clock. */
  private readonly known = new Map<string, number>();
  private time = 0;

  private readonly observer: Observer;

  /** Responses are looked for in `packages` and in all packages of the modules at hand that they build on. */
  constructor(
    packages: readonly Package[],
    typing: Typing,
    productions: Productions,
    findModel: FindModel,
    observer: Observer = SILENT,
  ) {
    this.observer = observer;
    this.packages = importedFirst(withImports(packages, typing.program));
    this.importers = new Importers(this.packages);
    this.seeds = new Seeds(typing, findModel, this.importers, {
      look: (where, spelling) => this.look(where, spelling),
      announce: (owner, spelling) => this.announce(owner, spelling),
      know: (name) => productions.know(name),
    });
    this.typing = typing;
    this.productions = productions;
    this.callers = new Callers(typing);
  }

  /** Examines all packages; gives every response that is obtained with its fate. */
  run(): readonly Fate[] {
    this.seeds.sow(this.packages);
    for (const [owner, spellings] of this.work) {
      // Taken out first: what is found may ask for more searches in this package, which then come last.
      this.work.delete(owner);
      for (const file of owner.files) this.search(owner, file, [...spellings.values()]);
    }
    return [...this.examined.values()].flatMap(({ fates }) => fates);
  }

  /** A function of this package yields responses: whoever can call it is searched. */
  private announce(owner: Package, spelling: Spelling): void {
    this.look(owner, spelling);
    for (const importer of this.importers.of(owner.path)) this.look(importer, spelling);
  }

  private look(where: Package, spelling: Spelling): void {
    let names = this.looked.get(where);
    if (!names) this.looked.set(where, (names = new Map()));
    let looked = names.get(spelling.name);
    if (!looked) names.set(spelling.name, (looked = new Set()));
    const key = spellingKey(spelling);
    if (looked.has(key)) return;
    looked.add(key);
    if (!this.known.has(spelling.name)) this.known.set(spelling.name, ++this.time);
    this.productions.know(spelling.name);
    const waiting = this.work.get(where);
    if (waiting) waiting.set(key, spelling);
    else this.work.set(where, new Map([[key, spelling]]));
  }

  private search(owner: Package, file: SourceFile, spellings: readonly Spelling[]): void {
    const words = spellings.length > MANY_SPELLINGS ? wordsOf(file.text) : undefined;
    for (const spelling of spellings) {
      if (!(words ? words.has(spelling.name) : mayBeCalled(file.bytes, spelling))) continue;
      for (const at of callsSpelled(file.text, spelling)) {
        const declarations = owner.declarationsOf(file);
        const declaration = declarations[indexAround(declarations, at)];
        if (declaration) this.attempt(declaration, spelling.name);
      }
    }
  }

  /** The fates in a function; where something is lost, once more with what its callers agree on. */
  private judged(graph: FunctionGraph): readonly Fate[] {
    const fates = this.fatesWith(graph, NO_FACTS);
    if (fates.every(isFaultless)) return fates;
    const facts = this.callers.agreedFacts(graph);
    return facts.size === 0 ? fates : this.fatesWith(graph, facts);
  }

  private fatesWith(graph: FunctionGraph, facts: Facts): readonly Fate[] {
    const fates = this.productions.fates(graph, facts);
    return withHandlers(this.callers, fates, (handlers) =>
      this.productions.fates(graph, new Map([...facts, ...handlers])),
    );
  }

  /** An error of ours in one function must not cost the others. */
  private attempt(declaration: Declaration, name: string): void {
    try {
      this.examine(declaration, name);
    } catch (error) {
      this.examined.set(declaration, { time: this.time, fates: [], handedOn: 0 });
      this.observer.failed(declaration, error);
    }
    this.observer.progress(this.examined.size);
  }

  /** Examines a declaration that calls `name`; once, unless the name has become known since. */
  private examine(declaration: Declaration, name: string): void {
    const before = this.examined.get(declaration);
    if (before && (this.known.get(name) ?? 0) <= before.time) return;
    const graph = this.typing.graphs.of(declaration);
    const literals = graph ? withLiterals(graph) : [];
    for (const each of before ? literals : []) this.productions.forget(each);
    const time = this.time;
    const fates = literals.flatMap((each) => this.judged(each));
    const handedOn = fates.reduce((count, fate) => count + waysToCaller(fate), 0);
    this.examined.set(declaration, { time, fates, handedOn: Math.max(handedOn, before?.handedOn ?? 0) });
    if (fates.length === 0) this.release(declaration, literals);
    if (declaration.kind === 'variable') this.announceVariable(declaration);
    // Functions that call each other may give less in one order than in another: only more is news.
    if (handedOn <= (before?.handedOn ?? 0)) return;
    // Something else of that name may have been known: its callers were looked into without knowing this.
    if (before || this.known.has(declaration.name)) this.renew(declaration.name);
    this.announce(declaration.package, spellingOf(this.typing.types, declaration));
  }

  /** A package variable that holds such a function yields responses under its own name. */
  private announceVariable({ package: owner, name }: Declaration): void {
    const type = this.typing.globalType(owner.path, name);
    if (type.kind !== 'function' || !type.results.some((result) => isResponse(result.type))) return;
    this.announce(owner, spelled(name, type.parameters.length, type.variadic, type.results.length));
  }

  /** Most of what is examined has nothing to do with responses: that is not kept. */
  private release(declaration: Declaration, graphs: readonly FunctionGraph[]): void {
    for (const graph of graphs) this.productions.forget(graph);
    this.typing.graphs.release(declaration);
  }

  /** Lets a name count as new: what was worked out of its callers so far did not know all that it yields. */
  private renew(name: string): void {
    this.known.set(name, ++this.time);
    this.productions.renew(name);
    for (const looked of this.looked.values()) looked.delete(name);
  }
}

function isFaultless({ leaks, endings, neglected }: Fate): boolean {
  return leaks.length === 0 && endings.length === 0 && neglected.length === 0;
}

/** The ways on which the caller may get a response. */
function waysToCaller(fate: Fate): number {
  return fate.handedOn.length + (isLeftToGiven(fate) ? 1 : 0);
}

/** For so many names, one pass over the words of a file costs less than a search for each. */
const MANY_SPELLINGS = 200;

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.match(/[\p{L}_][\p{L}\p{Nd}_]*/gu));
}

/** Told what a search does. */
export interface Observer {
  /** How many functions have been examined so far. */
  progress(examined: number): void;
  /** A function could not be examined. */
  failed(declaration: Declaration, error: unknown): void;
}

const SILENT: Observer = {
  progress: () => {},
  failed: (_, error) => {
    throw error;
  },
};

interface Examined {
  /** When it was examined: names that became known later may yield more. */
  readonly time: number;
  readonly fates: readonly Fate[];
  /** The most ways in which it was found to hand responses on. */
  readonly handedOn: number;
}
