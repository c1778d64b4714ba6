import { Language, Parser as GrammarParser } from 'web-tree-sitter';
import { TreeCopier } from './copy-tree.ts';
import { readGrammarFiles } from './grammar-files.ts';
import { Field, Kind } from './kinds.ts';
import { maskNewOfExpressions } from './mask-new.ts';
import { directWalkOf, startPublicWalk, type StartWalk } from './tree-walk.ts';
import type { Tree } from './tree.ts';

/** Parses Go source. */
export interface Parser {
  /**
   * The tree of `source` from `start` to `end` (UTF-16 offsets, exclusive end; the whole text by default), whose
   * offsets count from the start of `source`. Declarations need no package clause before them. A syntax error gives
   * a tree with `hasError`; an error is thrown only when the parser itself fails.
   */
  parse(source: string, start?: number, end?: number): Tree;
}

/**
 * A longer text is not parsed: its tree is one error. What the parser needs for it could exceed WebAssembly's memory,
 * and no declaration that a person wrote comes near.
 */
const MAXIMUM_UNITS = 4_000_000;

/** Held back in WebAssembly memory, so that a parser that has used up all the rest can still be freed. */
const RESERVE_BYTES = 64 * 1024 * 1024;

/** Functions that the runtime module adds to the object it is started with. */
interface Runtime {
  readonly wasmBinary: Uint8Array;
  /** Failures are reported by what is thrown; nothing is to be printed. */
  readonly printErr: () => void;
  readonly _malloc?: (bytes: number) => number;
  readonly _free?: (address: number) => void;
}

interface Started {
  readonly runtime: Runtime;
  readonly language: Language;
}

/** The runtime exists once in a process: it adds its functions to the object of the first start alone. */
let started: Promise<Started> | undefined;

/** Makes a parser of Go. Throws when the grammar is missing or does not fit the runtime. */
export async function loadParser(): Promise<Parser> {
  started ??= startRuntime();
  const { language, runtime } = await started;
  return new GoParser(language, runtime);
}

async function startRuntime(): Promise<Started> {
  const files = readGrammarFiles();
  const runtime: Runtime = { wasmBinary: files.runtime, printErr: () => {} };
  await GrammarParser.init(runtime);
  return { runtime, language: await Language.load(files.grammar) };
}

class GoParser implements Parser {
  readonly #language: Language;
  readonly #startWalk: StartWalk;
  readonly #copier: TreeCopier;
  readonly #runtime: Runtime;
  #reserve = 0;
  #parser: GrammarParser | undefined;

  constructor(language: Language, runtime: Runtime) {
    this.#language = language;
    this.#runtime = runtime;
    this.#startWalk = directWalkOf(runtime) ?? startPublicWalk;
    this.#copier = new TreeCopier(language);
    this.#prepare();
  }

  parse(source: string, start = 0, end = source.length): Tree {
    const text = source.slice(start, end);
    if (text.length > MAXIMUM_UNITS) return brokenTree(source, start, start + text.length);
    const tree = this.#parseText(text, source, start);
    if (!tree.hasError) return tree;
    const masked = maskNewOfExpressions(text, (snippet) => !this.#parseText(snippet, snippet, 0).hasError);
    return masked === text ? tree : this.#parseText(masked, source, start);
  }

  #parseText(text: string, source: string, offset: number): Tree {
    try {
      const grammarTree = this.#prepare().parse((index) => readText(text, index));
      if (grammarTree === null) throw new Error('no tree was made');
      try {
        const walk = this.#startWalk(grammarTree);
        try {
          return this.#copier.copy(walk, source, offset, offset + text.length);
        } finally {
          walk.finish();
        }
      } finally {
        grammarTree.delete();
      }
    } catch (error) {
      this.#discard();
      const message = error instanceof Error ? error.message : String(error);
      const cause = message.startsWith('Aborted') ? 'it ran out of memory' : message;
      throw new Error(`the syntax parser failed: ${cause}`, { cause: error });
    }
  }

  #prepare(): GrammarParser {
    this.#parser ??= new GrammarParser().setLanguage(this.#language);
    if (this.#reserve === 0) this.#reserve = this.#runtime._malloc?.(RESERVE_BYTES) ?? 0;
    return this.#parser;
  }

  /** After a failure inside WebAssembly the state of a parser is not to be relied on: the next parse makes a new one. */
  #discard(): void {
    const parser = this.#parser;
    this.#parser = undefined;
    try {
      this.#runtime._free?.(this.#reserve);
      this.#reserve = 0;
      parser?.delete();
    } catch {
      // It is lost; the memory it held is the smaller harm.
    }
  }
}

/** The tree of a text that was not parsed. */
function brokenTree(source: string, start: number, end: number): Tree {
  return {
    source,
    size: 1,
    kinds: Uint8Array.of(Kind.Error),
    fields: Uint8Array.of(Field.None),
    starts: Uint32Array.of(start),
    ends: Uint32Array.of(end),
    parents: Int32Array.of(-1),
    firstChildren: Int32Array.of(-1),
    nextSiblings: Int32Array.of(-1),
    hasError: true,
  };
}

/** tree-sitter asks for text in pieces; its buffer takes this many UTF-16 units and a zero. */
const PIECE_UNITS = 5119;

/** The grammar wants a newline or semicolon after each declaration but functions: the text gets one at its end. */
function readText(text: string, index: number): string {
  if (index < text.length) return text.slice(index, index + PIECE_UNITS);
  return index === text.length ? '\n' : '';
}
