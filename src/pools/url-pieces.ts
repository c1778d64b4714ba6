import type { Operation, Variable } from '../ir/ir.ts';
import type { Typing } from '../ir/typing.ts';
import { constantOf } from '../flow/state/constant.ts';

/** A part of a text that is put together: constant, or the value of a variable. */
export type Piece =
  { readonly kind: 'text'; readonly text: string } | { readonly kind: 'value'; readonly of: Variable };

/** Sums in sums are taken apart this deep. */
const DEPTH = 24;

/** The parts of a sum of strings or of a call of fmt.Sprintf or fmt.Sprint; undefined for other operations. */
export function piecesOf(
  typing: Typing,
  operation: Operation,
  resolve: (variable: Variable) => Variable,
  depth = 0,
): Piece[] | undefined {
  if (depth > DEPTH) return undefined;
  const parts = (operands: readonly Variable[]) =>
    joined(operands.flatMap((operand) => partOf(typing, operand, resolve, depth)));
  if (operation.op === 'combine') {
    const isSum = operation.operator.startsWith('+') && operation.operands.length === 2;
    const areTexts = operation.operands.every((operand) => mayBeText(typing, resolve(operand)));
    return isSum && areTexts ? parts(operation.operands) : undefined;
  }
  if (operation.op !== 'call' || operation.callee.kind !== 'static' || operation.callee.package !== 'fmt')
    return undefined;
  if (operation.callee.name === 'Sprint') return parts(operation.arguments);
  if (operation.callee.name !== 'Sprintf' || operation.spread) return undefined;
  const [format, ...values] = operation.arguments;
  const constant = format && constantOf(typing, resolve(format));
  return constant?.kind === 'string' ? formatted(typing, constant.value, values, resolve) : undefined;
}

function mayBeText(typing: Typing, variable: Variable): boolean {
  const type = typing.types.underlying(typing.typeOf(variable));
  return type.kind !== 'basic' || type.name === 'string' || type.name === 'untyped string';
}

function partOf(
  typing: Typing,
  operand: Variable,
  resolve: (variable: Variable) => Variable,
  depth: number,
): Piece[] {
  const variable = resolve(operand);
  const constant = constantOf(typing, variable);
  if (constant?.kind === 'string') return [{ kind: 'text', text: constant.value }];
  if (constant?.kind === 'number') return [{ kind: 'text', text: String(constant.value) }];
  const definition =
    variable.kind === 'temporary' && variable.definitions.length === 1 ? variable.definitions[0] : undefined;
  return (
    (definition && piecesOf(typing, definition, resolve, depth + 1)) ?? [{ kind: 'value', of: variable }]
  );
}

/** A format of fmt with its values in the places of its verbs; undefined for indexed verbs and wrong numbers. */
function formatted(
  typing: Typing,
  format: string,
  values: readonly Variable[],
  resolve: (variable: Variable) => Variable,
): Piece[] | undefined {
  const pieces: Piece[] = [];
  let next = 0;
  for (const [part = ''] of format.matchAll(/%[-+# 0]*\d*(?:\.\d+)?[a-zA-Z%]|[^%]+|%/g)) {
    if (!part.startsWith('%')) pieces.push({ kind: 'text', text: part });
    else if (part === '%%') pieces.push({ kind: 'text', text: '%' });
    else {
      const value = values[next++];
      if (part === '%' || !value) return undefined;
      pieces.push(...partOf(typing, value, resolve, 0));
    }
  }
  return joined(pieces);
}

function joined(pieces: readonly Piece[]): Piece[] {
  const all: Piece[] = [];
  for (const piece of pieces) {
    const last = all.at(-1);
    if (piece.kind === 'text' && last?.kind === 'text')
      all[all.length - 1] = { kind: 'text', text: last.text + piece.text };
    else all.push(piece);
  }
  return all;
}

/** True for a text that begins as the path of a URL. */
export function isPath(typing: Typing, variable: Variable): boolean {
  const definition = variable.definitions.length === 1 ? variable.definitions[0] : undefined;
  const [first] = (definition && piecesOf(typing, definition, (each) => each)) ?? [];
  const constant = constantOf(typing, variable);
  const text = constant?.kind === 'string' ? constant.value : first?.kind === 'text' ? first.text : '';
  return /^[/?](?!\/)/.test(text);
}

/** The scheme that a URL begins with: http or https. */
export function schemeOf(url: string): 'http' | 'https' | undefined {
  const [, scheme] = /^(https?):\/\//.exec(url) ?? [];
  return scheme === 'http' || scheme === 'https' ? scheme : undefined;
}

/** The scheme and host of a URL, up to its path; undefined when it has none. */
export function originOf(url: string): string | undefined {
  return /^[a-z]+:\/\/[^/?#]+/.exec(url)?.[0];
}

/** True for the beginning of a URL whose host ends in it: what follows is path or query. */
export function endsHost(beginning: string): boolean {
  return /^[a-z]+:\/\/[^/?#]+[/?#]/.test(beginning);
}

/** True for a URL without a path that names a whole host: what is appended to it is a path, as far as one can tell. */
export function isWholeHost(url: string): boolean {
  return /^[a-z]+:\/\/(?:localhost|[^/?#]*[.:][^/?#.:-]+)$/.test(url);
}

/** True for `text[:end]`, which begins as the text does. */
export function isBeginning(
  { function: { file } }: Variable,
  { operator, span }: Operation & { op: 'combine' },
): boolean {
  return operator === '[:]' && /^[\w.]+\[:/.test(file.text.slice(span.start, span.end));
}
