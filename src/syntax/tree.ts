/**
 * A syntax tree copied once out of tree-sitter into flat arrays. A node is its index into them, in
 * pre-order: the root is 0, a parent stands before its children. Named nodes and operator tokens only.
 * Offsets are UTF-16 units in the text of the whole file, even when only one declaration was parsed.
 */
export interface Tree {
  /** The text of the whole file. */
  readonly source: string;
  /** Number of nodes. */
  readonly size: number;
  /** A `Kind` for each node. */
  readonly kinds: Uint8Array;
  /** The `Field` under which the parent holds the node; 0 for none. */
  readonly fields: Uint8Array;
  readonly starts: Uint32Array;
  /** End offsets, exclusive. */
  readonly ends: Uint32Array;
  /** Parent of each node; -1 for the root. */
  readonly parents: Int32Array;
  /** First child of each node; -1 for none. */
  readonly firstChildren: Int32Array;
  /** Next sibling of each node; -1 for none. */
  readonly nextSiblings: Int32Array;
  /** True when tree-sitter met a syntax error inside. */
  readonly hasError: boolean;
}

/** A node of a `Tree`: its index. -1 stands for "no such node". */
export type Node = number;
