import { Language, Parser as GrammarParser } from 'web-tree-sitter';
import { TreeCopier } from './copy-tree.ts';
import { readGrammarFiles } from './grammar-files.ts';
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

/** Starts tree-sitter with the Go grammar. Throws when the grammar is missing or does not fit the runtime. */
export async function loadParser(): Promise<Parser> {
  const files = readGrammarFiles();
  // The runtime adds its functions to this object.
  const runtime = { wasmBinary: files.runtime };
  await GrammarParser.init(runtime);
  const language = await Language.load(files.grammar);
  return new GoParser(language, directWalkOf(runtime) ?? startPublicWalk);
}

class GoParser implements Parser {
  readonly #language: Language;
  readonly #startWalk: StartWalk;
  readonly #copier: TreeCopier;
  #parser: GrammarParser;

  constructor(language: Language, startWalk: StartWalk) {
    this.#language = language;
    this.#startWalk = startWalk;
    this.#copier = new TreeCopier(language);
    this.#parser = new GrammarParser().setLanguage(language);
  }

  parse(source: string, start = 0, end = source.length): Tree {
    const text = source.slice(start, end);
    const tree = this.#parseText(text, source, start);
    if (!tree.hasError) return tree;
    const masked = maskNewOfExpressions(text, (snippet) => !this.#parseText(snippet, snippet, 0).hasError);
    return masked === text ? tree : this.#parseText(masked, source, start);
  }

  #parseText(text: string, source: string, offset: number): Tree {
    try {
      const grammarTree = this.#parser.parse((index) => readText(text, index));
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
      this.#replaceParser();
      const cause = error instanceof Error ? error.message : String(error);
      throw new Error(`the syntax parser failed: ${cause}`, { cause: error });
    }
  }

  /** After a failure inside WebAssembly the state of a parser is not to be relied on. */
  #replaceParser(): void {
    try {
      this.#parser.delete();
    } catch {
      // It is lost; the memory it held is the smaller harm.
    }
    this.#parser = new GrammarParser().setLanguage(this.#language);
  }
}

/** tree-sitter asks for text in pieces; its buffer takes this many UTF-16 units and a zero. */
const PIECE_UNITS = 5119;

/** The grammar wants a newline or semicolon after each declaration but functions: the text gets one at its end. */
function readText(text: string, index: number): string {
  if (index < text.length) return text.slice(index, index + PIECE_UNITS);
  return index === text.length ? '\n' : '';
}
