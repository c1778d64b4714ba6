import type { SourceEdit } from '../../edits/fix.ts';
import { importNameFor } from '../../edits/import-name.ts';
import { freeName } from '../../edits/names.ts';
import {
  beginsLine,
  hasCommentBeside,
  indentationAt,
  indented,
  lineEnd,
  lineStart,
  nodeAround,
  partsComments,
  restOfLine,
  statementAround,
} from '../../edits/statement.ts';
import { childByField, isKind, nodeText } from '../../syntax/access.ts';
import { Field, Kind } from '../../syntax/kinds.ts';
import type { Node, Tree } from '../../syntax/tree.ts';
import type { BirthSite } from './birth-site.ts';
import type { Refusal } from './close-site.ts';
import type { Closing } from './closing.ts';
import { closeNow, guardedBy } from './closing.ts';
import { errorCheckAfter } from './error-check.ts';

/** Names for a response, the best first. */
const NAMES = ['resp', 'res', 'response', 'httpResp'];

const BODY_NAMES = ['body', 'respBody', 'rc'];

/**
 * Names a response that is thrown away, and closes it at once. `ordinal` says how many others are thrown away before
 * it in the same list of statements: all get names of their own.
 */
export function closeDiscarded(closing: Closing, ordinal: number): readonly SourceEdit[] | Refusal {
  const { site } = closing;
  const { graph } = site.placed;
  const isScoped = site.kind !== 'list' || (site.error === '_' && !site.isDeclaration);
  const name = freeName(graph, site.isResponse ? NAMES : BODY_NAMES, isScoped ? 0 : ordinal);
  if (name === undefined) return { refused: 'no name is free for the response' };
  const { text } = graph.file;
  const start = graph.tree.starts[site.statement] ?? 0;
  if (!beginsLine(text, start)) return { refused: 'other statements stand on the line of its call' };
  if (hasCommentBeside(text, start) && restOfLine(text, graph.tree.ends[site.statement] ?? 0) !== '')
    return { refused: 'comments are aligned beside its call' };
  if (site.kind === 'if') return inIf(closing, name);
  if (isScoped) return named(closing, name);
  return inList(closing, name);
}

/** `http.Get(url)` becomes `if resp, err := http.Get(url); err == nil { … }`. */
function named(closing: Closing, name: string): readonly SourceEdit[] | Refusal {
  const { site, fate } = closing;
  const { file, tree } = site.placed.graph;
  const results = closing.flow.typing.callee(fate.birth.call).signature?.results.length;
  const isOnly = results === 1;
  if (!isOnly && results !== 2) return { refused: 'the error of the call is not looked at' };
  const [start, end] = [tree.starts[site.statement] ?? 0, tree.ends[site.statement] ?? 0];
  const call = nodeText(tree, site.call);
  const indentation = indentationAt(file.text, start);
  const lines = indented(closeNow(closing, name), `${indentation}\t`);
  const head = headOf(name, call, isOnly, site.mayBeNil);
  const text = `if ${head} {\n${lines}${indentation}}`;
  return [{ file, start, end, text }];
}

function headOf(name: string, call: string, isOnly: boolean, mayBeNil: boolean): string {
  if (isOnly) return `${name} := ${call}; ${name} != nil`;
  return mayBeNil ? `${name}, _ := ${call}; ${name} != nil` : `${name}, err := ${call}; err == nil`;
}

/** `if _, err := http.Get(url); err != nil { … }` gets an else, or the Close where the error is nil. */
function inIf(closing: Closing, name: string): readonly SourceEdit[] | Refusal {
  const { site } = closing;
  const { tree, file } = site.placed.graph;
  if (!site.isDeclaration) return { refused: 'the response is thrown away by an assignment in a condition' };
  if (site.mayBeNil) return { refused: 'there may be no response although the error is nil' };
  const rename = {
    file,
    start: tree.starts[site.nameNode] ?? 0,
    end: tree.ends[site.nameNode] ?? 0,
    text: name,
  };
  const condition = nodeText(tree, childByField(tree, site.statement, Field.Condition));
  const consequence = childByField(tree, site.statement, Field.Consequence);
  const alternative = childByField(tree, site.statement, Field.Alternative);
  const closedIn = (block: Node): readonly SourceEdit[] | Refusal => {
    const close = atStartOf(closing, block, name);
    return 'refused' in close ? close : [rename, close];
  };
  if (condition === `${site.error} == nil`) return closedIn(consequence);
  if (condition !== `${site.error} != nil`)
    return { refused: 'the condition does not tell whether there is a response' };
  if (isKind(tree, alternative, Kind.Block)) return closedIn(alternative);
  if (alternative >= 0) return { refused: 'the condition goes on in an else' };
  const end = tree.ends[consequence] ?? 0;
  const indentation = indentationAt(file.text, tree.starts[site.statement] ?? 0);
  const lines = indented(closeNow(closing, name), `${indentation}\t`);
  return [rename, { file, start: end, end, text: ` else {\n${lines}${indentation}}` }];
}

function atStartOf(closing: Closing, block: Node, name: string): SourceEdit | Refusal {
  const { file, tree } = closing.site.placed.graph;
  const at = (tree.starts[block] ?? 0) + 1;
  const indentation = indentationAt(file.text, at);
  // Statements on the line of the brace stay behind what is added: gofmt puts them on lines of their own.
  const rest = restOfLine(file.text, at);
  const isFirst = /^(?:\/\/.*)?$/.test(rest);
  const start = isFirst ? lineEnd(file.text, at) : at;
  if (rest.startsWith('/*') || (isFirst && partsComments(file.text, lineStart(file.text, start + 1))))
    return { refused: 'comments are aligned beside its call' };
  const lines = indented(closeNow(closing, name), `${indentation}\t`);
  return { file, start, end: start, text: `\n${lines.slice(0, -1)}` };
}

/** `_, err := http.Get(url)` gets a name, and the Close where the error is known to be nil. */
function inList(closing: Closing, name: string): readonly SourceEdit[] | Refusal {
  const { site, flow } = closing;
  const { graph } = site.placed;
  const { file, tree } = graph;
  const rename = {
    file,
    start: tree.starts[site.nameNode] ?? 0,
    end: tree.ends[site.nameNode] ?? 0,
    text: name,
  };
  const check = errorCheckAfter(flow, site);
  const after = check >= 0 ? check : site.statement;
  const end = tree.ends[after] ?? 0;
  if (!/^(?:\/\/.*)?$/.test(restOfLine(file.text, end)))
    return { refused: 'other statements stand on the line of its call' };
  const isCertain = check >= 0 && !site.mayBeNil;
  const condition = site.error === '_' || site.mayBeNil ? `${name} != nil` : `${site.error} == nil`;
  const lines = isCertain ? closeNow(closing, name) : guardedBy(condition, closeNow(closing, name));
  const start = tree.starts[site.statement] ?? 0;
  const at = lineEnd(file.text, end);
  if (partsComments(file.text, lineStart(file.text, at + 1)))
    return { refused: 'comments are aligned beside its call' };
  const indentation = indentationAt(file.text, start);
  const close = { file, start: at, end: at, text: `\n${indented(lines, indentation).slice(0, -1)}` };
  if (site.isDeclaration) return [rename, close];
  const assignment = isErrorOfBlock(site) && !hasGoto(tree) ? assignmentAt(site) : undefined;
  if (assignment) return [rename, assignment, close];
  if (hasGoto(tree)) return { refused: 'a goto may lead past a new variable' };
  const use = { package: graph.package, file, offset: start };
  const http = importNameFor(use, 'net/http');
  const isImported = file.imports.some(
    (spec) => spec.path === 'net/http' && spec.name !== '.' && spec.name !== '_',
  );
  if (!site.isResponse || 'refused' in http || !isImported)
    return { refused: 'the type of the response has no name there' };
  const line = lineStart(file.text, start);
  const declaration = `${indentation}var ${name} *${http.needed.name}.Response\n`;
  return [{ file, start: line, end: line, text: declaration }, rename, close];
}

/**
 * True when the error is declared in the list in which the call stands, or is a parameter of the function whose list it
 * is: then `:=` declares a name for the response only (Go spec, Short variable declarations).
 */
function isErrorOfBlock({ errorVariable, placed: { graph }, statement }: BirthSite): boolean {
  const { tree } = graph;
  if (!errorVariable || errorVariable.function !== graph) return false;
  const list = tree.parents[statement] ?? -1;
  if (errorVariable.kind !== 'local') {
    const block = isKind(tree, list, Kind.StatementList) ? (tree.parents[list] ?? -1) : list;
    return tree.parents[block] === graph.node;
  }
  const { start, end } = errorVariable.span;
  const declaration = statementAround(tree, nodeAround(tree, start, end));
  const declares =
    isKind(tree, declaration, Kind.ShortVarDeclaration) || isKind(tree, declaration, Kind.VarDeclaration);
  return declares && tree.parents[declaration] === list;
}

/** `=` becomes `:=`. */
function assignmentAt({ placed: { graph }, nameNode }: BirthSite): SourceEdit | undefined {
  const { tree, file } = graph;
  const assignment = statementAround(tree, nameNode);
  const operator = childByField(tree, assignment, Field.Operator);
  if (operator < 0 || nodeText(tree, operator) !== '=') return undefined;
  return { file, start: tree.starts[operator] ?? 0, end: tree.ends[operator] ?? 0, text: ':=' };
}

/** Go lets no goto pass a declaration (Go spec, Goto statements). */
function hasGoto(tree: Tree): boolean {
  return tree.kinds.includes(Kind.GotoStatement);
}
