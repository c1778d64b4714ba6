import type { Node, Tree } from './tree.ts';

/** The source text of a node; '' for -1. */
export function nodeText(tree: Tree, node: Node): string {
  return node < 0 ? '' : tree.source.slice(tree.starts[node], tree.ends[node]);
}

/** Whether a node is of this `Kind`; false for -1. */
export function isKind(tree: Tree, node: Node, kind: number): boolean {
  return tree.kinds[node] === kind;
}

/** The first child of a node; -1 when it has none or is -1 itself. */
export function firstChild(tree: Tree, node: Node): Node {
  return tree.firstChildren[node] ?? -1;
}

/** The sibling after a node; -1 for the last one and for -1. */
export function nextSibling(tree: Tree, node: Node): Node {
  return tree.nextSiblings[node] ?? -1;
}

/** The first child that a node holds under this `Field`; -1 when it has none or is -1 itself. */
export function childByField(tree: Tree, node: Node, field: number): Node {
  let child = firstChild(tree, node);
  while (child >= 0 && tree.fields[child] !== field) child = nextSibling(tree, child);
  return child;
}

/** All children that a node holds under this `Field`, in source order; none for -1. */
export function childrenByField(tree: Tree, node: Node, field: number): Node[] {
  return children(tree, node).filter((child) => tree.fields[child] === field);
}

/** The children of a node in source order; none for -1. */
export function children(tree: Tree, node: Node): Node[] {
  const found: Node[] = [];
  for (let child = firstChild(tree, node); child >= 0; child = nextSibling(tree, child)) found.push(child);
  return found;
}

/** The index after the last node of a subtree: the subtree of `node` is the nodes from `node` to there, exclusive. */
export function subtreeEnd(tree: Tree, node: Node): Node {
  let last = node;
  while (last >= 0) {
    const sibling = nextSibling(tree, last);
    if (sibling >= 0) return sibling;
    last = tree.parents[last] ?? -1;
  }
  return node < 0 ? node : tree.size;
}

/**
 * Calls `visit` for a node and all below it, in pre-order and without recursion; for none when the node is -1. When
 * `visit` returns false, the nodes below the one visited are passed over.
 */
export function visitSubtree(tree: Tree, node: Node, visit: (node: Node) => boolean | void): void {
  const end = subtreeEnd(tree, node);
  for (let current = node; current < end;) {
    current = visit(current) === false ? subtreeEnd(tree, current) : current + 1;
  }
}

/** Where a node stands: UTF-16 offsets in the file, the end exclusive. */
export function spanOf(tree: Tree, node: Node): { readonly start: number; readonly end: number } {
  return { start: tree.starts[node] ?? 0, end: tree.ends[node] ?? 0 };
}
