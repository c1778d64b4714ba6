import { cyclesAround } from '../../callgraph/cycles.ts';
import { operationsOf } from '../../callgraph/graph-walk.ts';
import { compositeAt, withField } from '../../edits/composite-field.ts';
import { withExpression } from '../../edits/element-value.ts';
import type { Fix, Repair, RepairOptions, SourceEdit } from '../../edits/fix.ts';
import { widensAlignedLine } from '../../edits/line-layout.ts';
import { declaredAbove, freePackageName } from '../../edits/package-variable.ts';
import { indentOf, isFirstOnLine, lineEndFrom } from '../../edits/source-scan.ts';
import { isClient, isNamed, isTransport } from '../../flow/request/http.ts';
import type { Variable } from '../../ir/ir.ts';
import { isIndependent } from '../../transports/independent.ts';
import type { Drop } from '../../transports/drop.ts';
import { isKind } from '../../syntax/access.ts';
import { Kind } from '../../syntax/kinds.ts';
import type { Node, Tree } from '../../syntax/tree.ts';
import type { Subject } from '../rule.ts';

/**
 * Repairs a transport for each call: it is made once where it depends on nothing and shared state is allowed, else it
 * is told to keep no connection, or its connections are closed when the function is over.
 */
export function repairOf(subject: Subject, drop: Drop, { unsafe }: RepairOptions): Repair {
  if (drop.isReplaced)
    return {
      kind: 'refused',
      reason: 'the transport serves later calls too, until the next one takes its place',
    };
  const safe = (): Fix | undefined => {
    if (drop.isKeptElsewhere) return undefined;
    return drop.isReused
      ? (closedAtEnd(subject, drop) ?? keepingNone(subject, drop))
      : (keepingNone(subject, drop) ?? closedAtEnd(subject, drop));
  };
  const fix = (unsafe ? shared(subject, drop) : undefined) ?? safe() ?? shared(subject, drop);
  if (fix) return { kind: 'fix', fix };
  const reason = drop.isKeptElsewhere
    ? 'other callers of the function that makes the transport may keep it'
    : 'the transport has no name at the place where it is made';
  return { kind: 'refused', reason };
}

/** Makes it a package variable. */
function shared({ flow }: Subject, { birth, isChanged, frequency }: Drop): Fix | undefined {
  const { graph, variable, span, operation } = birth;
  // Many goroutines of one loop need a pool with room for them: how much is not for a repair to say.
  if (frequency.started && frequency.rate === 'loop' && !hasRoom(birth)) return undefined;
  if (isChanged || graph.declaration.kind === 'variable' || !isIndependent(flow.typing, variable))
    return undefined;
  const { tree, file } = graph;
  const made = spanOf(tree, span, operation.op === 'composite');
  if (!made) return undefined;
  const { name: owner } = graph.declaration;
  const base = owner.charAt(0).toLowerCase() + owner.slice(1);
  const name = freePackageName(graph, [
    `${base}Transport`,
    `${base}SharedTransport`,
    ...Array.from({ length: 8 }, (_, index) => `${base}Transport${index + 2}`),
  ]);
  const edits = name === undefined ? undefined : withExpression(tree, made.node, name);
  const declared = name && declaredAbove(graph, name, made, `is shared by all calls of ${owner}.`);
  if (!edits || !declared) return undefined;
  return {
    title: 'Make the transport once, in a package variable',
    safety: 'unsafe',
    edits: [declared, ...edits.map((edit) => ({ file, ...edit }))],
    imports: [],
  };
}

function hasRoom({ operation }: Drop['birth']): boolean {
  return (
    operation.op === 'composite' && operation.elements.some(({ field }) => field === 'MaxIdleConnsPerHost')
  );
}

/** The expression that makes a pointer to a transport; undefined when it makes a value, which must not be copied. */
function spanOf(
  tree: Tree,
  { start, end }: { readonly start: number; readonly end: number },
  isLiteral: boolean,
): { readonly node: Node; readonly start: number; readonly end: number } | undefined {
  const [node] = nodesWith(tree, start, end);
  if (node === undefined) return undefined;
  if (!isLiteral) return isKind(tree, node, Kind.CallExpression) ? { node, start, end } : undefined;
  const parent = tree.parents[node] ?? -1;
  const isAddress =
    isKind(tree, parent, Kind.UnaryExpression) && tree.source[tree.starts[parent] ?? 0] === '&';
  return isAddress ? { node: parent, start: tree.starts[parent] ?? 0, end } : undefined;
}

/** The nodes with exactly this span, outermost first. */
function nodesWith(tree: Tree, start: number, end: number): Node[] {
  const nodes: Node[] = [];
  for (let node = 0; node < tree.size; node++) {
    const isExpression = isKind(tree, node, Kind.CompositeLiteral) || isKind(tree, node, Kind.CallExpression);
    if (isExpression && tree.starts[node] === start && tree.ends[node] === end) nodes.push(node);
  }
  return nodes;
}

/** Disables keep-alives: in the literal, or behind the statement that gives the transport a name. */
function keepingNone({ flow }: Subject, { birth }: Drop): Fix | undefined {
  const { graph, variable, operation, span } = birth;
  if (!isNamed(flow.typing.typeOf(variable), 'net/http', 'Transport')) return undefined;
  const edits =
    operation.op === 'composite'
      ? withField(graph, compositeAt(graph.tree, span), { name: 'DisableKeepAlives', value: 'true' })
      : statementFor(birth, (name) => `${name}.DisableKeepAlives = true`, namesOf(birth, [variable]));
  if (!edits) return undefined;
  return { title: 'Let the transport keep no idle connections', safety: 'safe', edits, imports: [] };
}

/** Closes the idle connections when the function is over; only where all responses are done with by then. */
function closedAtEnd(subject: Subject, { birth, frame, handedOut, use }: Drop): Fix | undefined {
  const { graph, block } = birth;
  const isElsewhere = handedOut.length > 0 || frame !== graph || graph.outer !== undefined;
  if (isElsewhere || cyclesAround(graph, block).length > 0) return undefined;
  const fates = subject.fates.filter((fate) => fate.birth.call === use.request);
  const isDone = fates.every(({ leaks, handedOn }) => leaks.length === 0 && handedOn.length === 0);
  if (fates.length === 0 || !isDone || use.graph !== graph) return undefined;
  const { typing } = subject.flow;
  const named = namesOf(birth, leadingTo(subject, birth)).filter((each) => {
    const type = typing.typeOf(each);
    return isClient(type) || isTransport(type);
  });
  const edits = statementFor(birth, (name) => `defer ${name}.CloseIdleConnections()`, named);
  if (!edits) return undefined;
  return {
    title: 'Close the idle connections of the transport when the function is over',
    safety: 'safe',
    edits,
    imports: [],
  };
}

/** The transport, and a client that has it directly: one with a wrapper around it may not pass the call on. */
function leadingTo({ flow: { typing } }: Subject, { graph, variable }: Drop['birth']): readonly Variable[] {
  const found = new Set([variable]);
  for (const { operation } of operationsOf(graph)) {
    if (operation.op === 'composite' && isClient(typing.typeOf(operation.target))) {
      const holds = operation.elements.some(({ field, value }) => field === 'Transport' && found.has(value));
      if (holds) found.add(operation.target);
    } else if (operation.op === 'convert' && found.has(operation.source)) found.add(operation.target);
  }
  return [...found];
}

/** The local variables that one of these values was first assigned to, or that it is. */
function namesOf({ graph }: Drop['birth'], values: readonly Variable[]): readonly Variable[] {
  const all = new Set(values);
  for (const { operation } of operationsOf(graph)) {
    if (operation.op === 'assign' && all.has(operation.source)) all.add(operation.target);
  }
  return [...all].filter(
    ({ name, kind, function: owner }) => name !== '' && kind === 'local' && owner === graph,
  );
}

/** The edit that puts a statement about a variable behind the one that makes the transport and declares the variable. */
function statementFor(
  { graph, span }: Drop['birth'],
  statement: (name: string) => string,
  names: readonly Variable[],
): SourceEdit[] | undefined {
  const { tree, file } = graph;
  const around = statementAround(tree, span.start);
  if (around < 0) return undefined;
  const [start, end] = [tree.starts[around] ?? 0, tree.ends[around] ?? 0];
  for (const { name } of names) {
    const isItsOwn = new RegExp(`^(?:var\\s+)?${name}(?![\\p{L}\\p{Nd}_])[^,=]*(?::?=[^=]|$)`, 'u');
    if (!isItsOwn.test(tree.source.slice(start, end)) || !isFirstOnLine(tree.source, start)) continue;
    const at = lineEndFrom(tree.source, end);
    const rest = tree.source.slice(end, at).trim();
    if ((rest !== '' && !rest.startsWith('//')) || widensAlignedLine(tree, end, 0)) continue;
    return [{ file, start: at, end: at, text: `\n${indentOf(tree.source, start)}${statement(name)}` }];
  }
  return undefined;
}

/** The declaration or assignment in a statement list that holds an offset; -1 when there is none. */
function statementAround(tree: Tree, offset: number): Node {
  let found = -1;
  for (let node = 0; node < tree.size; node++) {
    if ((tree.starts[node] ?? 0) > offset || (tree.ends[node] ?? 0) <= offset) continue;
    const parent = tree.parents[node] ?? -1;
    if (isKind(tree, parent, Kind.StatementList) || isKind(tree, parent, Kind.Block)) found = node;
  }
  const isDeclaration =
    isKind(tree, found, Kind.ShortVarDeclaration) ||
    isKind(tree, found, Kind.VarDeclaration) ||
    isKind(tree, found, Kind.AssignmentStatement);
  return isDeclaration ? found : -1;
}
