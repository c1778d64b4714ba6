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

/** A function or a channel of functions to which one is sent. */
const SENDING = /(?:^|[;{:])\s*[\w.]+\s*<-\s*(?:func\b|\w)/m;

/** A channel of functions, or of a type that is one. */
const FUNCTION_CHANNEL = /\bchan(?:\s*<-)?\s+func\b/;
const FUNCTION_TYPE = /^type (\w+)(?:\[.*\])? func\b/gm;

/** Tells from the text of declarations, without parsing them, which may start goroutines or handle requests. */
export class Starters {
  private readonly program: Program;
  private readonly helpers = new Map<Package, ReadonlySet<string>>();
  private readonly queues = new Map<Package, boolean>();

  constructor(program: Program) {
    this.program = program;
  }

  /** Whether a declaration starts goroutines, by itself or by what it gives a function to, or handles requests. */
  startsGoroutine({ file, start, end, package: owner }: Declaration): boolean {
    const text = file.text.slice(start, end);
    if (STARTING.test(text) || HANDLER.test(text)) return true;
    if (SENDING.test(text) && this.queuesFunctions(owner)) return true;
    const near = [owner];
    for (const { path } of file.imports) {
      const imported = this.program.packageAtHand(path);
      if (imported) near.push(imported);
    }
    const helpers = near.map((each) => this.helpersOf(each)).filter(({ size }) => size > 0);
    if (helpers.length === 0) return false;
    return Array.from(text.matchAll(CALLED)).some(([, name]) => helpers.some((each) => each.has(name ?? '')));
  }

  /** Whether a package has channels over which functions are sent. */
  private queuesFunctions(owner: Package): boolean {
    let queues = this.queues.get(owner);
    if (queues === undefined) {
      const files = owner.files.filter((file) => !file.isTest);
      const types = files
        .filter((file) => file.bytes.includes(' func'))
        .flatMap((file) => Array.from(file.text.matchAll(FUNCTION_TYPE), ([, name]) => name ?? ''));
      const named =
        types.length > 0 ? new RegExp(String.raw`\bchan(?:\s*<-)?\s+(?:${types.join('|')})\b`) : undefined;
      queues = files.some(
        (file) =>
          file.bytes.includes('chan') &&
          (FUNCTION_CHANNEL.test(file.text) || named?.test(file.text) === true),
      );
      this.queues.set(owner, queues);
    }
    return queues;
  }

  /** The names of the functions of a package that are given a function and start goroutines, or queue it for some. */
  private helpersOf(owner: Package): ReadonlySet<string> {
    let names = this.helpers.get(owner);
    if (!names) {
      const files = owner.files.filter(
        (file) => !file.isTest && (file.bytes.includes('go ') || file.bytes.includes('Go(')),
      );
      const helpers = files
        .flatMap((file) => declarationsMatching(owner, file, TAKES_FUNCTION))
        .filter(({ file, start, end }) => STARTING.test(file.text.slice(start, end)));
      const queuing = this.queuesFunctions(owner)
        ? owner.files
            .filter((file) => !file.isTest && file.bytes.includes('<-'))
            .flatMap((file) => declarationsMatching(owner, file, new RegExp(SENDING, 'gm')))
        : [];
      names = new Set([...helpers, ...queuing].map(({ name }) => name));
      this.helpers.set(owner, names);
    }
    return names;
  }
}
