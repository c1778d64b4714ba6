import type { Language } from 'web-tree-sitter';
import { Field, fieldOfName, Kind, kindOfType } from './kinds.ts';
import type { TreeWalk } from './tree-walk.ts';
import type { Tree } from './tree.ts';

/** Marks a symbol that stands for a token such as `(` or for a comment: kept only as an operator. */
const NOT_A_KIND = 255;

/** tree-sitter gives 16 bits to a symbol; ERROR is the highest. */
const SYMBOL_COUNT = 65_536;

const ERROR_SYMBOL = 65_535;

/** Kinds that hold an operator token in a field. */
const HOLDERS_OF_OPERATORS = tableOf([Kind.AssignmentStatement, Kind.BinaryExpression, Kind.UnaryExpression]);

/** The most frequent kinds that are single tokens: it costs time to look for their children. */
const TOKENS = tableOf([
  Kind.Operator,
  Kind.Identifier,
  Kind.FieldIdentifier,
  Kind.TypeIdentifier,
  Kind.PackageIdentifier,
  Kind.InterpretedStringLiteralContent,
  Kind.RawStringLiteralContent,
  Kind.EscapeSequence,
  Kind.IntLiteral,
  Kind.Nil,
  Kind.True,
  Kind.False,
]);

function tableOf(kinds: readonly number[]): Uint8Array {
  const table = new Uint8Array(256);
  for (const kind of kinds) table[kind] = 1;
  return table;
}

/** Copies trees of tree-sitter into our own form; its arrays grow with the largest tree and are used again. */
export class TreeCopier {
  readonly #kindOfSymbol = new Uint8Array(SYMBOL_COUNT).fill(NOT_A_KIND);
  readonly #fieldOfId: Uint8Array;
  #capacity = 0;
  #kinds = new Uint8Array(0);
  #fields = new Uint8Array(0);
  #starts = new Uint32Array(0);
  #ends = new Uint32Array(0);
  #parents = new Int32Array(0);
  #firstChildren = new Int32Array(0);
  #nextSiblings = new Int32Array(0);
  #lastChildren = new Int32Array(0);

  /** Several symbols may have one name: rules under an alias. They get one kind. */
  constructor(language: Language) {
    language.types.forEach((type, symbol) => {
      if (type === 'comment' || !language.nodeTypeIsNamed(symbol)) return;
      this.#kindOfSymbol[symbol] = kindOfType(type);
    });
    this.#kindOfSymbol[ERROR_SYMBOL] = Kind.Error;
    this.#fieldOfId = Uint8Array.from(language.fields, (name) => (name ? fieldOfName(name) : Field.None));
  }

  /** Copies what `walk` stands at the root of: the tree of the text from `start` to `end` in `source`, the whole file. */
  copy(walk: TreeWalk, source: string, start: number, end: number): Tree {
    const hasError = walk.hasError();
    const size = this.#fill(walk, start, end, hasError);
    return {
      source,
      size,
      kinds: this.#kinds.slice(0, size),
      fields: this.#fields.slice(0, size),
      starts: this.#starts.slice(0, size),
      ends: this.#ends.slice(0, size),
      parents: this.#parents.slice(0, size),
      firstChildren: this.#firstChildren.slice(0, size),
      nextSiblings: this.#nextSiblings.slice(0, size),
      hasError,
    };
  }

  /** Fills the arrays in one walk; gives the number of nodes. No node reaches beyond `limit`. */
  #fill(walk: TreeWalk, offset: number, limit: number, hasError: boolean): number {
    let size = 0;
    let parent = -1;
    for (;;) {
      const kind = this.#kindHere(walk, parent);
      if (kind !== NOT_A_KIND) {
        if (size === this.#capacity) this.#grow();
        const node = size++;
        this.#append(node, parent);
        const start = walk.start();
        const end = walk.end();
        this.#kinds[node] = hasError && start === end && walk.isMissing() ? Kind.Missing : kind;
        this.#fields[node] = parent < 0 ? Field.None : this.#fieldOfId[walk.field()]!;
        this.#starts[node] = Math.min(start + offset, limit);
        this.#ends[node] = Math.min(end + offset, limit);
        if (TOKENS[kind] === 0 && walk.toFirstChild()) {
          parent = node;
          continue;
        }
      }
      while (!walk.toNextSibling()) {
        if (!walk.toParent()) return size;
        parent = this.#parents[parent]!;
      }
    }
  }

  #kindHere(walk: TreeWalk, parent: number): number {
    const kind = this.#kindOfSymbol[walk.symbol()]!;
    if (kind !== NOT_A_KIND || parent < 0 || HOLDERS_OF_OPERATORS[this.#kinds[parent]!] === 0) return kind;
    return this.#fieldOfId[walk.field()] === Field.Operator ? Kind.Operator : NOT_A_KIND;
  }

  #append(node: number, parent: number): void {
    this.#parents[node] = parent;
    this.#firstChildren[node] = -1;
    this.#nextSiblings[node] = -1;
    if (parent < 0) return;
    if (this.#firstChildren[parent] === -1) this.#firstChildren[parent] = node;
    else this.#nextSiblings[this.#lastChildren[parent]!] = node;
    this.#lastChildren[parent] = node;
  }

  #grow(): void {
    this.#capacity = Math.max(4096, this.#capacity * 2);
    this.#kinds = enlarged(this.#kinds, new Uint8Array(this.#capacity));
    this.#fields = enlarged(this.#fields, new Uint8Array(this.#capacity));
    this.#starts = enlarged(this.#starts, new Uint32Array(this.#capacity));
    this.#ends = enlarged(this.#ends, new Uint32Array(this.#capacity));
    this.#parents = enlarged(this.#parents, new Int32Array(this.#capacity));
    this.#firstChildren = enlarged(this.#firstChildren, new Int32Array(this.#capacity));
    this.#nextSiblings = enlarged(this.#nextSiblings, new Int32Array(this.#capacity));
    this.#lastChildren = enlarged(this.#lastChildren, new Int32Array(this.#capacity));
  }
}

function enlarged<Numbers extends Uint8Array | Uint32Array | Int32Array>(
  old: Numbers,
  larger: Numbers,
): Numbers {
  larger.set(old);
  return larger;
}
