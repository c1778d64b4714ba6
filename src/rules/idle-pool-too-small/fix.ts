import type { Call, FunctionGraph, Operation, Variable } from '../../ir/ir.ts';
import { compositeAt, withField } from '../../edits/composite-field.ts';
import type { Fix, Repair, SourceEdit } from '../../edits/fix.ts';
import { widensAlignedLine } from '../../edits/line-layout.ts';
import { indentOf, lineEndFrom, lineStartOf } from '../../edits/source-scan.ts';
import { numberOf } from '../../pools/pool-size.ts';
import type { MadeTransport, Pool } from '../../pools/pool.ts';

/** A request, the pool that serves it, and how many connections that has to keep. */
export interface Need {
  readonly call: Call;
  readonly graph: FunctionGraph;
  readonly pool: Pool;
  /** Undefined when the evidence gives no number. */
  readonly size: number | undefined;
}

/** The fields that have to be set for a transport to keep `size` idle connections for a host (truth.md R21). */
function fieldsFor({ settings }: Pool, size: number): { name: string; value: string }[] {
  const total = numberOf(settings, 'MaxIdleConns');
  const value = String(size);
  const fields = [{ name: 'MaxIdleConnsPerHost', value }];
  return total !== undefined && total > 0 && total < size
    ? [{ name: 'MaxIdleConns', value }, ...fields]
    : fields;
}

/** Sizes the pool where its transport is made, or gives the request a client of its own with a pool that is large enough. */
export function repairOf(need: Need): Repair {
  const { pool, size } = need;
  if (size === undefined) return refused('how many goroutines run at once is not a constant');
  if (!pool.made) return overOwnClient(need, size);
  const { file } = pool.made.graph;
  if (file.isExternal || file.isGenerated) return refused('the transport is made in code that is not edited');
  const edits = sized(pool.made, fieldsFor(pool, size));
  if (!edits) return refused('the transport is made in a way that cannot be extended safely');
  return fixed(`Keep ${size} idle connections for a host`, 'safe', edits);
}

function sized(
  made: MadeTransport,
  fields: readonly { name: string; value: string }[],
): SourceEdit[] | undefined {
  const edits: SourceEdit[] = [];
  const added: { name: string; value: string }[] = [];
  for (const field of fields) {
    const setters = made.later.filter((each) => each.field === field.name);
    const literal = setters.map((setter) => numberEdit(made.graph, setter.source, field.value));
    if (literal.some((edit) => edit === undefined)) return undefined;
    if (setters.length > 0) edits.push(...literal.filter((edit) => edit !== undefined));
    else added.push(field);
  }
  if (added.length === 0) return edits;
  const more =
    made.operation.op === 'composite'
      ? inLiteral(made, made.operation, added)
      : made.operation.op === 'call'
        ? afterClone(made, added)
        : undefined;
  return more && [...edits, ...more];
}

/** The literal of a transport with more fields; one that has the field already gets another value when that is a plain number. */
function inLiteral(
  { graph }: MadeTransport,
  literal: Operation & { op: 'composite' },
  fields: readonly { name: string; value: string }[],
): SourceEdit[] | undefined {
  const node = compositeAt(graph.tree, literal.span);
  if (node < 0) return undefined;
  const present = (name: string) => literal.elements.find((each) => each.field === name)?.value;
  const changed = fields.filter(({ name }) => present(name));
  const added = fields.filter(({ name }) => !present(name));
  const edits = changed.map(({ name, value }) => numberEdit(graph, present(name) as Variable, value));
  if (edits.some((edit) => edit === undefined)) return undefined;
  // Two fields that are added at one place would be one edit over another.
  const [first, ...others] = added;
  if (others.length > 0) return undefined;
  const more = first ? withField({ file: graph.file, tree: graph.tree }, node, first) : [];
  return more && [...edits.filter((edit) => edit !== undefined), ...more];
}

/** Another number in the place of one that is written out. */
function numberEdit(graph: FunctionGraph, value: Variable, text: string): SourceEdit | undefined {
  const definition = value.definitions.length === 1 ? value.definitions[0] : undefined;
  if (definition?.op !== 'constant' || value.kind !== 'temporary') return undefined;
  const { start, end } = definition.span;
  const isNumber = /^\d+$/.test(graph.file.text.slice(start, end));
  if (!isNumber || widensAlignedLine(graph.tree, end, text.length - (end - start))) return undefined;
  return { file: graph.file, start, end, text };
}

/** Assignments behind `transport := http.DefaultTransport.(*http.Transport).Clone()`. */
function afterClone(
  { graph, operation }: MadeTransport,
  fields: readonly { name: string; value: string }[],
): SourceEdit[] | undefined {
  const { text } = graph.file;
  const lineStart = lineStartOf(text, operation.span.start);
  const lineEnd = lineEndFrom(text, operation.span.end);
  const line = text.slice(lineStart, lineEnd);
  const next = text.slice(lineEnd).split('\n', 2)[1] ?? '';
  const [, name] = /^\s*(\w+) :?= [^{}/]*\.Clone\(\)$/.exec(line) ?? [];
  if (name === undefined || next.includes('//') || next.includes('/*')) return undefined;
  const indent = indentOf(text, operation.span.start);
  const lines = fields.map((field) => `\n${indent}${name}.${field.name} = ${field.value}`).join('');
  return [{ file: graph.file, start: lineEnd, end: lineEnd, text: lines }];
}

/** How requests over the default client are spelled. */
const DEFAULT_REQUEST = /^(\w+)(?:\.DefaultClient)?(?=\.(?:Do|Get|Head|PostForm|Post)\()/;

function overOwnClient({ call, graph }: Need, size: number): Repair {
  const { file, package: owner } = graph;
  const { text } = file;
  const [qualifier, net] = DEFAULT_REQUEST.exec(text.slice(call.span.start, call.span.end)) ?? [];
  const isDefault = qualifier !== undefined && isHttp(graph, net as string);
  const isOwn = call.callee.kind === 'static' || qualifier?.endsWith('.DefaultClient');
  if (file.isExternal || file.isGenerated) return refused('the request is sent in code that is not edited');
  if (!isDefault || !isOwn)
    return refused('the client has no transport of its own, and other requests may go over it');
  const name = `${uncapitalized(graph.name.split('.').filter((part) => !/^func\d+$/.test(part)))}Client`;
  const maker = `new${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  const words = new RegExp(`\\b(?:${name}|${maker})\\b`);
  if (owner.files.some((each) => words.test(each.text))) return refused(`the package has a ${name} already`);
  const end = call.span.start + qualifier.length;
  if (widensAlignedLine(graph.tree, end, name.length - qualifier.length))
    return refused('gofmt would move comments on the lines beside the request');
  const { declaration } = graph;
  const at = startWithComments(text, declaration.start);
  const lines = [
    `// ${name} keeps an idle connection for each of the goroutines that use it at once.`,
    `var ${name} = ${maker}()`,
    '',
    `func ${maker}() *${net}.Client {`,
    `\ttransport := ${net}.DefaultTransport.(*${net}.Transport).Clone()`,
    ...(size > 100 ? [`\ttransport.MaxIdleConns = ${size}`] : []),
    `\ttransport.MaxIdleConnsPerHost = ${size}`,
    `\treturn &${net}.Client{Transport: transport}`,
    '}',
    '',
    '',
  ];
  return fixed(`Send the request over a client that keeps ${size} idle connections for a host`, 'unsafe', [
    { file, start: at, end: at, text: lines.join('\n') },
    { file, start: call.span.start, end, text: name },
  ]);
}

/** True when a name stands for net/http in a file, and for nothing else in a function. */
function isHttp({ file }: FunctionGraph, name: string): boolean {
  return file.imports.some((spec) => spec.path === 'net/http' && (spec.name ?? 'http') === name);
}

/** `api.load` as `apiLoad`. */
function uncapitalized(parts: readonly string[]): string {
  return parts
    .map((part, index) =>
      index === 0
        ? part.charAt(0).toLowerCase() + part.slice(1)
        : part.charAt(0).toUpperCase() + part.slice(1),
    )
    .join('');
}

/** Where the line comments right above a declaration begin. */
function startWithComments(text: string, declaration: number): number {
  let start = lineStartOf(text, declaration);
  while (start > 0) {
    const above = lineStartOf(text, start - 1);
    if (!text.slice(above, start).startsWith('//')) return start;
    start = above;
  }
  return start;
}

function fixed(title: string, safety: Fix['safety'], edits: readonly SourceEdit[]): Repair {
  return { kind: 'fix', fix: { title, safety, edits, imports: [] } };
}

function refused(reason: string): Repair {
  return { kind: 'refused', reason };
}
