import type { SourceFile } from '../project/source-file.ts';
import { childrenByField, children, nodeText } from '../syntax/access.ts';
import { Field, Kind } from '../syntax/kinds.ts';
import type { Parser } from '../syntax/parser.ts';
import type { Node, Tree } from '../syntax/tree.ts';
import type { Declaration } from './declaration.ts';
import type { Package } from './package.ts';

/** The parser, and where files with syntax errors are noted. */
export interface Parsing {
  readonly parser: Parser;
  readonly brokenFiles: Set<SourceFile>;
}

/** The text of one declaration or group of declarations, parsed when first asked for and shared by all its names. */
export class DeclarationSpan {
  readonly file: SourceFile;
  readonly start: number;
  readonly end: number;
  readonly #parsing: Parsing;
  #tree: Tree | undefined;

  /** `start` and `end` are UTF-16 offsets in the text of `file`. */
  constructor(parsing: Parsing, file: SourceFile, start: number, end: number) {
    this.#parsing = parsing;
    this.file = file;
    this.start = start;
    this.end = end;
  }

  get tree(): Tree {
    this.#tree ??= this.#parse(this.end);
    return this.#tree;
  }

  release(): void {
    this.#tree = undefined;
  }

  #parse(end: number): Tree {
    const tree = this.#parsing.parser.parse(this.file.text, this.start, end);
    if (tree.hasError) this.#parsing.brokenFiles.add(this.file);
    return tree;
  }

  /** The tree of the text before a function's body; the whole tree when it is there already, or when all is header. */
  header(headerEnd: number): Tree {
    if (this.#tree !== undefined || headerEnd >= this.end) return this.tree;
    return this.#parse(headerEnd);
  }
}

/** A declaration found by the outline of a file. */
export class OutlinedDeclaration implements Declaration {
  readonly kind: Declaration['kind'];
  readonly name: string;
  readonly receiver: string | undefined;
  readonly package: Package;
  readonly #span: DeclarationSpan;
  readonly #ordinal: number;
  readonly #headerEnd: number;
  #header: { readonly tree: Tree; readonly node: Node } | undefined;
  #node: Node | undefined;

  /** `ordinal` counts the declarations of the same kind and name that precede this one in the span: `_` may repeat. */
  constructor(
    described: Pick<Declaration, 'kind' | 'name' | 'receiver' | 'package'> & { readonly headerEnd: number },
    span: DeclarationSpan,
    ordinal: number,
  ) {
    this.kind = described.kind;
    this.name = described.name;
    this.receiver = described.receiver;
    this.package = described.package;
    this.#headerEnd = described.headerEnd;
    this.#span = span;
    this.#ordinal = ordinal;
  }

  get file(): SourceFile {
    return this.#span.file;
  }

  get start(): number {
    return this.#span.start;
  }

  get end(): number {
    return this.#span.end;
  }

  get header(): { readonly tree: Tree; readonly node: Node } {
    if (this.#header === undefined) {
      const tree = this.#span.header(this.#headerEnd);
      this.#header = { tree, node: findSpecification(tree, this.kind, this.name, this.#ordinal) };
    }
    return this.#header;
  }

  get hasBody(): boolean {
    return this.#headerEnd < this.end;
  }

  get tree(): Tree {
    return this.#span.tree;
  }

  release(): void {
    this.#span.release();
  }

  get node(): Node {
    this.#node ??= findSpecification(this.tree, this.kind, this.name, this.#ordinal);
    return this.#node;
  }
}

const SPECIFICATIONS: Readonly<Record<Declaration['kind'], readonly number[]>> = {
  function: [Kind.FunctionDeclaration],
  method: [Kind.MethodDeclaration],
  type: [Kind.TypeSpec, Kind.TypeAlias],
  variable: [Kind.VarSpec],
  constant: [Kind.ConstSpec],
};

const GROUPS: ReadonlySet<number> = new Set([
  Kind.SourceFile,
  Kind.Error,
  Kind.TypeDeclaration,
  Kind.VarDeclaration,
  Kind.VarSpecList,
  Kind.ConstDeclaration,
]);

/** The node that declares `name` for the (ordinal + 1)th time among the specifications of that kind; -1 for none. */
function findSpecification(tree: Tree, kind: Declaration['kind'], name: string, ordinal: number): Node {
  if (tree.size === 0) return -1;
  const wanted = SPECIFICATIONS[kind];
  const pending: Node[] = [0];
  let remaining = ordinal;
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    const nodeKind = tree.kinds[node] ?? 0;
    if (wanted.includes(nodeKind)) {
      for (const nameNode of childrenByField(tree, node, Field.Name)) {
        if (nodeText(tree, nameNode) === name && remaining-- === 0) return node;
      }
    } else if (GROUPS.has(nodeKind)) {
      pending.push(...children(tree, node).toReversed());
    }
  }
  return -1;
}
