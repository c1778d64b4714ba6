import { childByField, children, childrenByField, firstChild, nodeText, spanOf } from './access.ts';
import { Field, Kind } from './kinds.ts';
import type { Outline, OutlineDeclaration, OutlineSpan } from './outline.ts';
import type { Node, Tree } from './tree.ts';

const KIND_OF_GROUP: ReadonlyMap<number, OutlineDeclaration['kind']> = new Map([
  [Kind.TypeDeclaration, 'type'],
  [Kind.VarDeclaration, 'variable'],
  [Kind.ConstDeclaration, 'constant'],
]);

const SPECIFICATIONS: ReadonlySet<number> = new Set([
  Kind.TypeSpec,
  Kind.TypeAlias,
  Kind.VarSpec,
  Kind.ConstSpec,
]);

interface Collected {
  packageName: string;
  readonly imports: OutlineSpan[];
  readonly declarations: OutlineDeclaration[];
}

/** The outline of a file from its tree: what stands at the top level and, where errors are, what they enclose. */
export function outlineFromTree(tree: Tree): Outline {
  const found: Collected = { packageName: '', imports: [], declarations: [] };
  // Errors may nest; each is looked into in its place, without recursion.
  const pending: Node[] = tree.size === 0 ? [] : [0];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    const kind = tree.kinds[node];
    if (kind === Kind.SourceFile || kind === Kind.Error) pending.push(...children(tree, node).toReversed());
    else collect(tree, node, found);
  }
  return { ...found, unsure: tree.hasError };
}

function collect(tree: Tree, node: Node, found: Collected): void {
  const kind = tree.kinds[node]!;
  const group = KIND_OF_GROUP.get(kind);
  if (group !== undefined) {
    if (tree.hasError && !beginsLine(tree, node)) return;
    for (const name of namesIn(tree, node)) {
      found.declarations.push({
        kind: group,
        name,
        receiver: undefined,
        headerEnd: tree.ends[node]!,
        ...spanOf(tree, node),
      });
    }
  } else if (kind === Kind.FunctionDeclaration || kind === Kind.MethodDeclaration) {
    found.declarations.push(functionAt(tree, node));
  } else if (kind === Kind.ImportDeclaration) {
    found.imports.push(spanOf(tree, node));
  } else if (kind === Kind.PackageClause) {
    found.packageName = nodeText(tree, firstChild(tree, node));
  }
}

/** Where errors are, the local declarations of a broken function may seem to be at the top level, but are indented. */
function beginsLine(tree: Tree, node: Node): boolean {
  const start = tree.starts[node]!;
  return start === 0 || tree.source.charAt(start - 1) === '\n';
}

function functionAt(tree: Tree, node: Node): OutlineDeclaration {
  const isMethod = tree.kinds[node] === Kind.MethodDeclaration;
  const body = childByField(tree, node, Field.Body);
  return {
    headerEnd: body < 0 ? tree.ends[node]! : tree.starts[body]!,
    kind: isMethod ? 'method' : 'function',
    name: nodeText(tree, childByField(tree, node, Field.Name)),
    receiver: isMethod ? receiverName(tree, childByField(tree, node, Field.Receiver)) : undefined,
    ...spanOf(tree, node),
  };
}

/** The base type name: beneath pointers, parentheses and type arguments the first type name. */
function receiverName(tree: Tree, list: Node): string {
  let node = childByField(tree, firstChild(tree, list), Field.Type);
  while (node >= 0 && tree.kinds[node] !== Kind.TypeIdentifier) node = firstChild(tree, node);
  return nodeText(tree, node);
}

/** The names that a group declares, also where its specifications stand in a list or an error. */
function namesIn(tree: Tree, group: Node): string[] {
  const names: string[] = [];
  const pending = children(tree, group).toReversed();
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    const kind = tree.kinds[node]!;
    if (SPECIFICATIONS.has(kind)) names.push(...namesOf(tree, node));
    else if (kind === Kind.VarSpecList || kind === Kind.Error)
      pending.push(...children(tree, node).toReversed());
  }
  return names;
}

function namesOf(tree: Tree, specification: Node): string[] {
  return childrenByField(tree, specification, Field.Name)
    .filter((name) => tree.kinds[name] === Kind.Identifier || tree.kinds[name] === Kind.TypeIdentifier)
    .map((name) => nodeText(tree, name));
}
