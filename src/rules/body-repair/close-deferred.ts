import type { SourceEdit } from '../../edits/fix.ts';
import { freeName } from '../../edits/names.ts';
import {
  beginsLine,
  commentBehind,
  indentationAt,
  indented,
  lineEnd,
  lineStart,
  partsComments,
  restOfLine,
  standsAlone,
} from '../../edits/statement.ts';
import { operationsOf } from '../../callgraph/graph-walk.ts';
import { outermost } from '../../ir/literals.ts';
import type { Call } from '../../ir/ir.ts';
import { isKind, nodeText } from '../../syntax/access.ts';
import { childByField } from '../../syntax/access.ts';
import { Field, Kind } from '../../syntax/kinds.ts';
import type { Node } from '../../syntax/tree.ts';
import { nodeAt } from '../../edits/statement.ts';
import type { BirthSite } from './birth-site.ts';
import { readerOf } from './birth-site.ts';
import type { Refusal } from './close-site.ts';
import { rootOf } from './close-site.ts';
import type { Closing } from './closing.ts';
import { guardedBy } from './closing.ts';
import { isDereferenced } from './dereferenced.ts';
import { blockWithResponse, errorCheckAfter, lastLookAtError, leavesOnError } from './error-check.ts';
import { staysSame } from './stability.ts';

/** A deferred Close that comes after a return, with the statement. */
export interface LateDefer {
  readonly call: Call;
  readonly statement: Node;
}

/** Closes the body by a deferred call right after the error was looked at. */
export function closeDeferred(closing: Closing, late?: LateDefer): readonly SourceEdit[] | Refusal {
  const { site } = closing;
  const { file, tree } = site.placed.graph;
  const lines = deferredClose(closing);
  if ('refused' in lines) return lines;
  if (!beginsLine(file.text, tree.starts[site.statement] ?? 0))
    return { refused: 'other statements stand on the line of its call' };
  const inserted = site.kind === 'if' ? afterIf(closing, lines.lines) : afterCheck(closing, lines.lines);
  if ('refused' in inserted) return inserted;
  return late ? [inserted, deletion(site, late.statement)] : [inserted];
}

/** The statement that closes the body when the function ends. */
export function deferredClose(closing: Closing): { readonly lines: readonly string[] } | Refusal {
  const { site, flow, style } = closing;
  const { graph } = site.placed;
  const reader = readerOf(site);
  if (!style) return { lines: [`defer ${reader}.Close()`] };
  const isStable = staysSame(flow.typing, site.placed, site.variable, reader);
  const name = isStable ? reader : freeName(graph, ['body', 'rc', 'respBody']);
  if (name === undefined) return { refused: 'no name is free for the body' };
  const [parameter, argument] = isStable ? ['', ''] : [`${name} ${style.readCloser}`, reader];
  const statements = [style.drain(name), style.close(`${name}.Close()`)];
  return {
    lines: [`defer func(${parameter}) {`, ...statements.map((line) => `\t${line}`), `}(${argument})`],
  };
}

/**
 * After the statement that looks at the error, or into a block in which there is a response; where there is neither,
 * right after the call, if there is a response.
 */
function afterCheck(closing: Closing, lines: readonly string[]): SourceEdit | Refusal {
  const { site, flow } = closing;
  const check = errorCheckAfter(flow, site);
  const isCertain = check >= 0 && !site.mayBeNil;
  if (check >= 0 && (isCertain || isDereferenced(flow, site, check, true))) return after(site, check, lines);
  const block = check < 0 ? blockWithResponse(flow, site) : -1;
  if (block >= 0) return atStartOf(site, block, lines);
  const last = check >= 0 ? check : lastLookAtError(site);
  // A defer of the response's own Close right behind the call is what go vet warns of (its pass httpresponse).
  const isVetted = last !== site.statement || closing.style !== undefined;
  if (isVetted && check < 0 && isDereferenced(flow, site, last, false)) return after(site, last, lines);
  const isAskedOf = check >= 0 || site.error === '_' || site.mayBeNil;
  const condition = isAskedOf ? `${site.name} != nil` : `${site.error} == nil`;
  return after(site, check >= 0 ? check : site.statement, guardedBy(condition, lines));
}

/** Of `if resp, err := …; err == nil {` at its start; of `if resp, err = …; err != nil { return … }` after it. */
function afterIf(closing: Closing, lines: readonly string[]): SourceEdit | Refusal {
  const { site, flow } = closing;
  const { tree } = site.placed.graph;
  const condition = nodeText(tree, childByField(tree, site.statement, Field.Condition));
  const alternative = childByField(tree, site.statement, Field.Alternative);
  if (site.mayBeNil) return { refused: 'there may be no response although the error is nil' };
  if (condition === `${site.error} == nil`)
    return atStartOf(site, childByField(tree, site.statement, Field.Consequence), lines);
  if (condition !== `${site.error} != nil`)
    return { refused: 'the condition does not tell whether there is a response' };
  if (isKind(tree, alternative, Kind.Block)) return atStartOf(site, alternative, lines);
  if (alternative >= 0) return { refused: 'the condition goes on in an else' };
  if (!site.isDeclaration && leavesOnError(flow, site)) return after(site, site.statement, lines);
  return { refused: 'the response is not used where there is one' };
}

function after(
  { placed: { graph } }: BirthSite,
  statement: Node,
  lines: readonly string[],
): SourceEdit | Refusal {
  const { file, tree } = graph;
  const end = tree.ends[statement] ?? 0;
  if (!/^(?:\/\/.*)?$/.test(restOfLine(file.text, end)))
    return { refused: 'other statements stand on the line of its call' };
  const at = lineEnd(file.text, end);
  if (partsComments(file.text, lineStart(file.text, at + 1)))
    return { refused: 'comments are aligned beside its call' };
  const indentation = indentationAt(file.text, tree.starts[statement] ?? 0);
  return { file, start: at, end: at, text: `\n${indented(lines, indentation).slice(0, -1)}` };
}

function atStartOf(
  { placed: { graph } }: BirthSite,
  block: Node,
  lines: readonly string[],
): SourceEdit | Refusal {
  const { file, tree } = graph;
  const at = (tree.starts[block] ?? 0) + 1;
  if (!/^(?:\/\/.*)?$/.test(restOfLine(file.text, at)))
    return { refused: 'other statements stand on the line of its call' };
  const indentation = `${indentationAt(file.text, at)}\t`;
  const end = lineEnd(file.text, at);
  if (partsComments(file.text, lineStart(file.text, end + 1)))
    return { refused: 'comments are aligned beside its call' };
  return { file, start: end, end, text: `\n${indented(lines, indentation).slice(0, -1)}` };
}

/** The only Close of the body, deferred later in the same list of statements; undefined when there is none such. */
export function lateDeferOf({ site }: Closing): LateDefer | undefined {
  const { graph } = site.placed;
  const { tree } = graph;
  const [only, ...others] = closesOf(site);
  if (!only || others.length > 0 || only.mode !== 'defer') return undefined;
  const call = nodeAt(tree, only.span.start, only.span.end, Kind.CallExpression);
  const statement = tree.parents[call] ?? -1;
  const isPlain = isKind(tree, statement, Kind.DeferStatement) && standsAlone(tree, statement);
  const isBeside = tree.parents[statement] === tree.parents[site.statement] && statement > site.statement;
  if (!isPlain || !isBeside || nodeText(tree, call) !== `${readerOf(site)}.Close()`) return undefined;
  const { text } = graph.file;
  const line = lineStart(text, tree.starts[statement] ?? 0);
  const above = text.slice(lineStart(text, line - 1), line).trim();
  const isCommented = above.startsWith('//') || commentBehind(text, tree.ends[statement] ?? 0) !== '';
  return isCommented ? undefined : { call: only, statement };
}

/** The calls that close the body by the name of the response, those of literals included. */
export function closesOf(site: BirthSite): readonly Call[] {
  return operationsOf(outermost(site.placed.graph)).flatMap(({ operation }) => {
    if (operation.op !== 'call' || operation.callee.kind !== 'method') return [];
    const { name, receiver } = operation.callee;
    return name === 'Close' && rootOf(receiver) === site.variable ? [operation] : [];
  });
}

/** Takes a statement away with its line, and a blank line that gofmt would not leave. */
function deletion({ placed: { graph } }: BirthSite, statement: Node): SourceEdit {
  const { file, tree } = graph;
  const { text } = file;
  let start = lineStart(text, tree.starts[statement] ?? 0);
  const following = text.indexOf('\n', tree.ends[statement] ?? 0) + 1;
  let end = following;
  const above = text.slice(lineStart(text, start - 1), start).trim();
  const below = text.slice(following, text.indexOf('\n', following) + 1).trim();
  if (below === '' && (above === '' || above.endsWith('{'))) end = text.indexOf('\n', following) + 1;
  else if (above === '' && below.startsWith('}')) start = lineStart(text, start - 1);
  return { file, start, end, text: '' };
}
