import type { SourceEdit } from '../../edits/fix.ts';
import {
  beginsLine,
  commentBehind,
  countName,
  hasCommentBeside,
  indentationAt,
  indented,
  partsComments,
  restOfLine,
  startWithComments,
  standsAlone,
  statementAround,
} from '../../edits/statement.ts';
import { freeName } from '../../edits/names.ts';
import type { Typing } from '../../ir/typing.ts';
import { childByField, children, firstChild, isKind, nodeText } from '../../syntax/access.ts';
import { Field, Kind } from '../../syntax/kinds.ts';
import type { Node } from '../../syntax/tree.ts';
import type { CloseSite, Refusal } from './close-site.ts';
import { staysSame } from './stability.ts';
import type { Style } from './style.ts';

/** The edit that reads what is left before a call closes it. */
export function drainBefore(typing: Typing, site: CloseSite, style: Style): SourceEdit | Refusal {
  const { tree } = site.placed.graph;
  const parent = tree.parents[site.node] ?? -1;
  if (isKind(tree, parent, Kind.DeferStatement)) return drainDeferred(typing, site, parent, style);
  const statement = statementAround(tree, site.node);
  if (statement < 0) return { refused: 'the call that closes the body is part of another statement' };
  return oneLineLiteral(site, statement, style) ?? drainPlain(site, statement, style);
}

/** `defer resp.Body.Close()` becomes a deferred function. */
function drainDeferred(typing: Typing, site: CloseSite, statement: Node, style: Style): SourceEdit | Refusal {
  const { placed, reader, root, isDirect } = site;
  const { file, tree } = placed.graph;
  if (!standsAlone(tree, statement)) return { refused: 'other statements stand on the line of its Close' };
  const start = tree.starts[statement] ?? 0;
  const comment = commentBehind(file.text, tree.ends[statement] ?? 0);
  if (comment !== '' && hasCommentBeside(file.text, start))
    return { refused: 'comments are aligned beside its Close' };
  const isStable = staysSame(typing, placed, root, reader) && (isDirect || argumentsStay(typing, site));
  const call = nodeText(tree, site.node);
  if (!isStable && !isDirect) return { refused: `${reader} may be another body when the function ends` };
  const name = isStable ? reader : freeName(placed.graph, ['body', 'rc', 'respBody']);
  if (name === undefined) return { refused: 'no name is free for the body' };
  const closed = isDirect ? `${name}.Close()` : call;
  const [parameter, argument] = isStable ? ['', ''] : [`${name} ${style.readCloser}`, reader];
  const behind = comment === '' ? '' : ` ${comment}`;
  const indentation = indentationAt(file.text, start);
  const lines = [...guarded(site, style.drain(name)), `${isDirect ? style.close(closed) : closed}${behind}`];
  const text = `defer func(${parameter}) {\n${indented(lines, `${indentation}\t`)}${indentation}}(${argument})`;
  return { file, start, end: endWithComment(file.text, tree.ends[statement] ?? 0, comment), text };
}

function endWithComment(text: string, end: number, comment: string): number {
  return comment === '' ? end : text.indexOf(comment, end) + comment.length;
}

/** The other arguments of a deferred call must give the same later. */
function argumentsStay(typing: Typing, { placed, node, reader, response }: CloseSite): boolean {
  const { tree } = placed.graph;
  const list = children(tree, childByField(tree, node, Field.Arguments));
  return list.every((each, index) => {
    const text = nodeText(tree, each);
    if (text === reader || text === response || text === `${reader}.Close`) return true;
    if (/^(?:&[\p{L}_][\p{L}\p{Nd}_]*|"[^"]*"|[0-9]+|nil|true|false)$/u.test(text)) return true;
    const argument = placed.operation.arguments[index];
    return argument !== undefined && argument.name === text && staysSame(typing, placed, argument, text);
  });
}

/** `func() { resp.Body.Close() }` gets lines. */
function oneLineLiteral(site: CloseSite, statement: Node, style: Style): SourceEdit | Refusal | undefined {
  const { file, tree } = site.placed.graph;
  const list = tree.parents[statement] ?? -1;
  const block = isKind(tree, list, Kind.StatementList) ? (tree.parents[list] ?? -1) : list;
  const [start, end] = [tree.starts[block] ?? 0, tree.ends[block] ?? 0];
  if (!isKind(tree, block, Kind.Block) || file.text.slice(start, end).includes('\n')) return undefined;
  const only = firstChild(tree, block);
  const first = isKind(tree, only, Kind.StatementList) ? firstChild(tree, only) : only;
  if (first !== statement || (tree.nextSiblings[statement] ?? -1) >= 0)
    return { refused: 'other statements stand on the line of its Close' };
  if (restOfLine(file.text, end).includes('/') && hasCommentBeside(file.text, start))
    return { refused: 'comments are aligned beside its Close' };
  const indentation = indentationAt(file.text, start);
  const lines = [...guarded(site, style.drain(site.reader)), nodeText(tree, statement)];
  return { file, start, end, text: `{\n${indented(lines, `${indentation}\t`)}${indentation}}` };
}

/** The drain goes on a line of its own before the statement that closes. */
function drainPlain(site: CloseSite, statement: Node, style: Style): SourceEdit | Refusal {
  const { file, tree } = site.placed.graph;
  const start = tree.starts[statement] ?? 0;
  if (!beginsLine(file.text, start)) return { refused: 'other statements stand on the line of its Close' };
  if (!runsFirst(site, statement)) return { refused: 'its Close is part of a statement that does more' };
  const indentation = indentationAt(file.text, start);
  const at = startWithComments(file.text, start);
  if (partsComments(file.text, at)) return { refused: 'comments are aligned beside its Close' };
  return { file, start: at, end: at, text: indented(guarded(site, style.drain(site.reader)), indentation) };
}

/** True when the call runs whenever its statement does, and before anything else in it that reads the body. */
function runsFirst({ placed, node, reader }: CloseSite, statement: Node): boolean {
  const { tree } = placed.graph;
  const name = reader.split('.')[0] ?? '';
  let last = node;
  for (let at = tree.parents[node] ?? -1; last !== statement; at = tree.parents[at] ?? -1) {
    if (!isPassedThrough(last, at)) return false;
    last = at;
  }
  const [start, end] = [tree.starts[statement] ?? 0, tree.ends[node] ?? 0];
  const own = countName(tree, tree.starts[node] ?? 0, end, name);
  return isKind(tree, statement, Kind.IfStatement)
    ? countName(tree, start, end, name) === own
    : countName(tree, start, tree.ends[statement] ?? 0, name) === own;

  function isPassedThrough(inner: Node, outer: Node): boolean {
    switch (tree.kinds[outer]) {
      case Kind.ExpressionStatement:
      case Kind.AssignmentStatement:
      case Kind.ShortVarDeclaration:
      case Kind.ExpressionList:
      case Kind.ReturnStatement:
      case Kind.ArgumentList:
      case Kind.CallExpression:
      case Kind.ParenthesizedExpression:
      case Kind.VarDeclaration:
      case Kind.VarSpec:
        return true;
      case Kind.BinaryExpression:
        return tree.fields[inner] === Field.Left;
      case Kind.IfStatement: {
        const initializer = childByField(tree, outer, Field.Initializer);
        return initializer >= 0 ? inner === initializer : tree.fields[inner] === Field.Condition;
      }
      default:
        return false;
    }
  }
}

/** A response that is handed over may be nil. */
function guarded({ response }: CloseSite, drain: string): readonly string[] {
  return response === undefined ? [drain] : [`if ${response} != nil {`, `\t${drain}`, '}'];
}
