import type { Declaration } from '../resolve/declaration.ts';
import type { Package, Program } from '../resolve/package.ts';
import { HANDLER } from './handler.ts';
import { declarationsMatching } from './mentions.ts';

/** A go statement, or the call of a method that starts what it is given: WaitGroup.Go, Group.TryGo. */
const STARTING = /(?:^|[;{])\s*go\s+(?:func\b|[\w.]+\s*\()|\.(?:Try)?Go\(/m;

/** A function that is given another. */
const TAKES_FUNCTION = /^func .*\bfunc\s*\(.*\{$/gm;

/** What is called, by its last name. */
const CALLED = /\b(\w+)\(/g;

/** Tells from the text of declarations, without parsing them, which may start goroutines or handle requests. */
export class Starters {
  private readonly program: Program;
  private readonly helpers = new Map<Package, ReadonlySet<string>>();

  constructor(program: Program) {
    this.program = program;
  }

  /** Whether a declaration starts goroutines, by itself or by what it gives a function to, or handles requests. */
  startsGoroutine({ file, start, end, package: owner }: Declaration): boolean {
    const text = file.text.slice(start, end);
    if (STARTING.test(text) || HANDLER.test(text)) return true;
    const near = [owner];
    for (const { path } of file.imports) {
      const imported = this.program.packageAtHand(path);
      if (imported) near.push(imported);
    }
    const helpers = near.map((each) => this.helpersOf(each)).filter(({ size }) => size > 0);
    if (helpers.length === 0) return false;
    return Array.from(text.matchAll(CALLED)).some(([, name]) => helpers.some((each) => each.has(name ?? '')));
  }

  /** The names of the functions of a package that are given a function and start goroutines. */
  private helpersOf(owner: Package): ReadonlySet<string> {
    let names = this.helpers.get(owner);
    if (!names) {
      const files = owner.files.filter(
        (file) => !file.isTest && (file.bytes.includes('go ') || file.bytes.includes('Go(')),
      );
      const helpers = files
        .flatMap((file) => declarationsMatching(owner, file, TAKES_FUNCTION))
        .filter(({ file, start, end }) => STARTING.test(file.text.slice(start, end)));
      names = new Set(helpers.map(({ name }) => name));
      this.helpers.set(owner, names);
    }
    return names;
  }
}
