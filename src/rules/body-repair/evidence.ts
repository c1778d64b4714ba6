import { basename } from 'node:path';
import { operationsOf } from '../../callgraph/graph-walk.ts';
import { outermost } from '../../ir/literals.ts';
import { constantOf } from '../../flow/state/constant.ts';
import type { Ending, Escape } from '../../flow/summary/flow.ts';
import { isNamed, isResponse } from '../../flow/request/http.ts';
import { stepsOf } from '../../flow/state/path.ts';
import type { Step } from '../../flow/state/path.ts';
import type { Birth, Fate } from '../../flow/fate/fate.ts';
import type { Block, FunctionGraph, Span, Variable } from '../../ir/ir.ts';
import { reachableBlocks } from '../../ir/reachable.ts';
import { isGlobal, sourceOf } from '../../ir/source.ts';
import type { Typing } from '../../ir/typing.ts';
import { isKind } from '../../syntax/access.ts';
import { Kind } from '../../syntax/kinds.ts';
import type { Node, Tree } from '../../syntax/tree.ts';
import { nodeAround, outwards } from '../../edits/statement.ts';
import type { CloseSite } from './close-site.ts';
import { callAt, graphAround } from './find-graph.ts';

/**
 * Texts of requests whose answers do not end, or are not wanted whole: event streams, lines of JSON as they come, parts
 * that replace each other, ranges, other protocols, and queries that ask to be kept informed.
 */
const STREAMS =
  /text\/event-stream|ndjson|json-seq|multipart\/x-mixed-replace|^range$|^bytes=|^upgrade$|websocket|\b(?:watch|follow)=(?:1|true)\b/i;

/** Names of files that are large: archives, images, packages of programs, media. */
const LARGE_FILES =
  /\.(?:tar|tgz|txz|tbz2?|gz|bz2|xz|zst|zip|7z|rar|iso|img|qcow2|vmdk|vhdx?|ova|dmg|pkg|msi|exe|deb|rpm|apk|jar|war|whl|crate|gguf|safetensors|mp4|mkv|mov|mp3|flac)(?=$|[?#"'\s])/i;

/** Functions, types and files that say they download. */
const DOWNLOADS = /download/i;

/** Packages of protocols that take the connection over: what comes then is no body that ends. */
const PROTOCOLS = /\b(?:websocket|spdy|sse|eventsource)\b/i;

/** Functions that read no more than the author wanted (package io, net/http). */
const LIMITS: ReadonlySet<string> = new Set([
  'io.LimitReader',
  'io.CopyN',
  'io.NewSectionReader',
  'net/http.MaxBytesReader',
]);

/** Where a drain is to stand. */
export interface DrainPlace {
  readonly graph: FunctionGraph;
  /** A node of the statement that it is put before or into; -1 when there is none. */
  readonly node: Node;
  /** The block in which it runs; undefined when it runs at the end of the function. */
  readonly block: Block | undefined;
}

/** Functions that copy as much as there is, to their first argument. */
const COPIES: ReadonlySet<string> = new Set(['io.Copy', 'io.CopyBuffer']);

/**
 * True when the bodies that arrive at a Close may be endless or large, or when it is not known how far they were read:
 * then what reads the rest may wait long.
 */
export function mayBeEndless(
  typing: Typing,
  { birth, escapes }: Fate,
  site: DrainPlace,
  endings: readonly Pick<Ending, 'read' | 'path'>[],
): boolean {
  const graphs = withReaders(typing, [
    outermost(birth.graph),
    outermost(birth.within),
    outermost(site.graph),
  ]);
  return (
    [birth.graph, birth.within].some(speaksOfDownloads) ||
    [...graphs].some((graph) => speaksOfStreams(typing, graph) || isChoosy(typing, graph)) ||
    escapes.some((escape) => mayFollow(birth, escape, site)) ||
    isInSelect(site) ||
    endings.some((ending) => !isReadOnce(typing, birth, ending))
  );
}

/** True when a drain may come after the body was in the hands of code that is not followed. */
function mayFollow({ within }: Birth, { block }: Escape, place: DrainPlace): boolean {
  if (place.graph !== within || !place.block) return true;
  return reachableBlocks(within, undefined, [block]).has(place.block);
}

/** Calls are followed this deep. */
const DEPTH = 2;

/** Functions, and those that they give a response or something to read. */
function withReaders(
  typing: Typing,
  graphs: readonly FunctionGraph[],
  depth = 0,
): ReadonlySet<FunctionGraph> {
  const found = new Set(graphs);
  if (depth === DEPTH) return found;
  const called = graphs.flatMap(operationsOf).flatMap(({ operation }) => {
    if (operation.op !== 'call' || operation.arguments.length === 0) return [];
    const callee = typing.callee(operation);
    if (callee.kind !== 'declared' || callee.declaration.package.isModel) return [];
    if (!operation.arguments.some((each) => isReadable(typing, each))) return [];
    const graph = typing.graphs.of(callee.declaration);
    return graph ? [graph] : [];
  });
  return called.length === 0 ? found : new Set([...found, ...withReaders(typing, called, depth + 1)]);
}

function isReadable(typing: Typing, variable: Variable): boolean {
  const type = typing.typeOf(variable);
  const pointed = type.kind === 'pointer' ? type.element : type;
  return (
    isResponse(type) || [type, pointed].some((each) => typing.types.select(each, 'Read')?.kind === 'method')
  );
}

function speaksOfDownloads({ declaration: { name, receiver }, file }: FunctionGraph): boolean {
  return [name, receiver ?? '', basename(file.path)].some((each) => DOWNLOADS.test(each));
}

function speaksOfStreams(typing: Typing, graph: FunctionGraph): boolean {
  if (graph.file.imports.some(({ path }) => PROTOCOLS.test(path))) return true;
  return operationsOf(graph).some(({ operation }) => {
    if (operation.op !== 'constant' && operation.op !== 'global') return false;
    const value = operation.op === 'constant' ? operation.value : constantOf(typing, operation.target);
    return value?.kind === 'string' && (STREAMS.test(value.value) || LARGE_FILES.test(value.value));
  });
}

/** True when a function reads no more of something than it wants, or copies it to a file or connection. */
function isChoosy(typing: Typing, graph: FunctionGraph): boolean {
  return operationsOf(graph).some(({ operation }) => {
    if (operation.op === 'composite') return isNamed(typing.typeOf(operation.target), 'io', 'LimitedReader');
    if (operation.op !== 'call' || operation.callee.kind !== 'static') return false;
    const name = `${operation.callee.package}.${operation.callee.name}`;
    const [destination] = operation.arguments;
    if (destination && isDiscard(destination)) return false;
    return LIMITS.has(name) || (COPIES.has(name) && !!destination && !isMemory(typing, destination));
  });
}

function isDiscard(variable: Variable): boolean {
  const source = sourceOf(variable);
  return isGlobal(source, 'io', 'Discard') || isGlobal(source, 'io/ioutil', 'Discard');
}

function isMemory(typing: Typing, variable: Variable): boolean {
  const type = typing.typeOf(variable);
  return isNamed(type, 'bytes', 'Buffer') || isNamed(type, 'strings', 'Builder');
}

/** What is closed when a select was decided is closed to stop it. */
function isInSelect({ graph: { tree }, node }: DrainPlace): boolean {
  return [...outwards(tree, node)].some((each) => isKind(tree, each, Kind.CommunicationCase));
}

/** The body of an ending was not read at all, or one document was decoded from it. */
function isReadOnce(typing: Typing, birth: Birth, { read, path }: Pick<Ending, 'read' | 'path'>): boolean {
  if (read === 'none') return true;
  if (read !== 'partly') return false;
  const reads = stepsOf(path).filter(({ message }) => message.startsWith('read here'));
  return reads.length > 0 && reads.every((step) => isDecode(typing, birth, step));
}

/** A Decode that is not repeated for one response. */
function isDecode(typing: Typing, birth: Birth, { file, span }: Step): boolean {
  const graph = graphAround(typing, file, span.start);
  const found = graph && callAt(graph, span);
  if (!found) return false;
  const { callee } = found.operation;
  if (callee.kind !== 'method' || !callee.name.startsWith('Decode')) return false;
  const { tree } = found.graph;
  const node = nodeAround(tree, span.start, span.end);
  const isSame = birth.graph.tree === tree;
  return [...outwards(tree, node)].every(
    (each) => !isKind(tree, each, Kind.ForStatement) || (isSame && holds(tree, each, birth.call.span)),
  );
}

/** True when a call stands in a go statement that the request does not stand in: it may run while the body is read. */
export function isElsewhere({ placed, node }: CloseSite, birth: Birth): boolean {
  const { tree } = placed.graph;
  const isSame = birth.graph.tree === tree;
  return [...outwards(tree, node)].some(
    (each) => isKind(tree, each, Kind.GoStatement) && !(isSame && holds(tree, each, birth.call.span)),
  );
}

function holds(tree: Tree, node: Node, { start, end }: Span): boolean {
  return (tree.starts[node] ?? 0) <= start && end <= (tree.ends[node] ?? 0);
}
