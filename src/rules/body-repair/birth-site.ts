import { isPath, nodeAt, statementAround } from '../../edits/statement.ts';
import type { Placed } from '../../callgraph/graph-walk.ts';
import type { Birth } from '../../flow/fate/fate.ts';
import { isResponse } from '../../flow/request/http.ts';
import type { Call, Variable } from '../../ir/ir.ts';
import type { Typing } from '../../ir/typing.ts';
import type { FunctionType } from '../../resolve/type.ts';
import { isErrorType } from '../../resolve/universe.ts';
import { childByField, children, isKind, nodeText } from '../../syntax/access.ts';
import { Field, Kind } from '../../syntax/kinds.ts';
import type { Node, Tree } from '../../syntax/tree.ts';
import type { Refusal } from './close-site.ts';
import { callAt } from './find-graph.ts';
import { mayGiveNil } from './may-give-nil.ts';

/** How the call that yields a response stands in the source. */
export interface BirthSite {
  readonly placed: Placed<Call>;
  /** The call_expression. */
  readonly call: Node;
  /** The statement of the list in which the call stands. */
  readonly statement: Node;
  /** `list`: the assignment is the statement; `if`: it is the statement's initialiser; `bare`: nothing is assigned. */
  readonly kind: 'list' | 'if' | 'bare';
  /** The names that the response and its error are assigned to; '_' when they are not kept. */
  readonly name: string;
  readonly error: string;
  /** The node of `name`; -1 for `bare`. */
  readonly nameNode: Node;
  readonly isDeclaration: boolean;
  /** The Go variable of `name`. */
  readonly variable: Variable | undefined;
  readonly errorVariable: Variable | undefined;
  /** The type is *http.Response; else it is the body itself. */
  readonly isResponse: boolean;
  /** There may be no response although the error is nil. */
  readonly mayBeNil: boolean;
}

/** What can be read of a response, or body, that has this name. */
export function readerOf(site: BirthSite, name = site.name): string {
  return site.isResponse ? `${name}.Body` : name;
}

/** How the response of a birth is kept, or why it cannot be closed by name. */
export function birthSiteOf(typing: Typing, birth: Birth): BirthSite | Refusal {
  const { graph, call: operation } = birth;
  const { tree } = graph;
  const placed = callAt(graph, operation.span);
  const call = nodeAt(tree, operation.span.start, operation.span.end, Kind.CallExpression);
  if (birth.within !== graph || !placed || placed.operation !== operation || call < 0)
    return { refused: 'the response is left to the function around a literal' };
  const results = resultsOf(typing, operation);
  if (!results) return { refused: 'what is returned is neither a response nor a body' };
  const statement = statementAround(tree, call);
  if (operation.mode !== 'call' || statement < 0)
    return { refused: 'the call is not a statement of its own' };
  const common = {
    placed,
    call,
    statement,
    isResponse: results.isResponse,
    mayBeNil: mayGiveNil(typing, operation, results),
  };
  if (isKind(tree, statement, Kind.ExpressionStatement) && tree.parents[call] === statement)
    return { ...common, kind: 'bare', name: '_', error: '_', nameNode: -1, ...NO_VARIABLES };
  const assignment = assignmentOf(tree, call);
  const isIf = isKind(tree, statement, Kind.IfStatement) && tree.fields[assignment] === Field.Initializer;
  if (assignment < 0 || (assignment !== statement && !(isIf && tree.parents[assignment] === statement)))
    return { refused: 'the response is not assigned to a variable' };
  const names = children(tree, childByField(tree, assignment, Field.Left));
  const nameNode = names[results.response] ?? -1;
  const error = nodeText(tree, names[results.error] ?? -1) || '_';
  if (!isPath(tree, nameNode) || nodeText(tree, nameNode).includes('.') || error.includes('.'))
    return { refused: 'the response is kept in a field' };
  return {
    ...common,
    kind: isIf ? 'if' : 'list',
    name: nodeText(tree, nameNode),
    error,
    nameNode,
    isDeclaration: isKind(tree, assignment, Kind.ShortVarDeclaration),
    variable: keptIn(placed, operation.targets[results.response]),
    errorVariable: keptIn(placed, operation.targets[results.error]),
  };
}

const NO_VARIABLES = { isDeclaration: false, variable: undefined, errorVariable: undefined };

/** Which results are the response, or its body, and the error; -1 for no error. */
export interface ResultNumbers {
  readonly response: number;
  readonly error: number;
  readonly isResponse: boolean;
}

function resultsOf(typing: Typing, call: Call): ResultNumbers | undefined {
  const results: FunctionType['results'] = typing.callee(call).signature?.results ?? [];
  const isBody = ({ type }: FunctionType['results'][number]) =>
    typing.types.select(type, 'Read')?.kind === 'method' &&
    typing.types.select(type, 'Close')?.kind === 'method';
  const last = results.at(-1);
  const error = last && isErrorType(last.type) ? results.length - 1 : -1;
  const response = results.findIndex(({ type }) => isResponse(type));
  if (response >= 0) return { response, error, isResponse: true };
  const body = results.findIndex(isBody);
  return body < 0 ? undefined : { response: body, error, isResponse: false };
}

/** The assignment whose only value a call is; -1 for none. */
function assignmentOf(tree: Tree, call: Node): Node {
  const list = tree.parents[call] ?? -1;
  const assignment = tree.parents[list] ?? -1;
  const isOnly = isKind(tree, list, Kind.ExpressionList) && children(tree, list).length === 1;
  if (!isOnly || tree.fields[list] !== Field.Right) return -1;
  const isPlain =
    isKind(tree, assignment, Kind.ShortVarDeclaration) ||
    (isKind(tree, assignment, Kind.AssignmentStatement) &&
      nodeText(tree, childByField(tree, assignment, Field.Operator)) === '=');
  return isPlain ? assignment : -1;
}

/** The Go variable in which a result is kept. */
function keptIn({ block }: Placed<Call>, target: Variable | undefined): Variable | undefined {
  if (!target || target.name !== '') return target;
  const stored = block.operations.find((each) => each.op === 'assign' && each.source === target);
  return stored?.op === 'assign' && stored.target.name !== '' ? stored.target : undefined;
}
