import { bind } from '../callgraph/bindings.ts';
import type { Bindings } from '../callgraph/bindings.ts';
import type { Cycle } from '../callgraph/cycles.ts';
import type { Placed } from '../callgraph/graph-walk.ts';
import { operationsOf } from '../callgraph/graph-walk.ts';
import { declarationsMatching } from '../callgraph/mentions.ts';
import { repetitionOf } from '../callgraph/repetition.ts';
import { constantOf } from '../flow/state/constant.ts';
import type { Flow } from '../flow/summary/flow.ts';
import { isNamed } from '../flow/request/http.ts';
import type { Call, FunctionGraph, Operation, Span, Variable } from '../ir/ir.ts';
import { blockOf } from '../ir/blocks.ts';
import { sourceOf } from '../ir/source.ts';
import type { Typing } from '../ir/typing.ts';
import { filesImporting } from '../resolve/importing-files.ts';
import { usesOfObject } from '../transports/object.ts';
import { isAlways } from './always.ts';
import type { Host } from './host.ts';
import { hostOf } from './host.ts';
import type { Pool } from './pool.ts';
import { mayUseHttp2 } from './pool-size.ts';
import { poolsOf } from './pools-of.ts';
import { functionIn, hostsSetBy } from './proxy-hosts.ts';
import { schemeOf as schemeOfText } from './url-pieces.ts';

/** A reverse proxy: it sends each request that it serves, beside others, to one host, or one of a few, over one pool. */
export interface Proxy {
  readonly graph: FunctionGraph;
  readonly span: Span;
  readonly pool: Pool;
  /** The host may speak HTTP/2, as far as is known. */
  readonly mayUseHttp2: boolean;
  /** On some ways it is given another transport. */
  readonly mayBeReplaced: boolean;
  /** It sends to several hosts that no request chooses, each in its turn. */
  readonly hasSeveralHosts: boolean;
  /** Another one is made for each request: they have the pool in common. */
  readonly isPerRequest: boolean;
}

const PACKAGE = 'net/http/httputil';
const SINGLE = 'NewSingleHostReverseProxy';

/** How making a proxy is spelled. */
const MAKING = /\bNewSingleHostReverseProxy\(|\bReverseProxy\s*\{/g;

/** Callers that are asked which URL they pass. */
const MAXIMUM_CALLERS = 8;

const known = new WeakMap<Flow, readonly Proxy[]>();

/** The reverse proxies to one host, or a few, that are made outside of tests, be it for each request; those to servers that most likely speak HTTP/2 left out. */
export function proxiesOf(flow: Flow): readonly Proxy[] {
  let proxies = known.get(flow);
  if (!proxies) known.set(flow, (proxies = [...search(flow)]));
  return proxies;
}

function* search(flow: Flow): Iterable<Proxy> {
  for (const { owner, file } of filesImporting(flow.typing.program, PACKAGE)) {
    if (file.isTest || !file.bytes.includes('ReverseProxy')) continue;
    for (const declaration of declarationsMatching(owner, file, MAKING)) {
      const graph = declaration.kind === 'type' ? undefined : flow.typing.graphs.of(declaration);
      for (const placed of graph ? operationsOf(graph) : []) {
        const proxy = proxyAt(flow, placed);
        if (proxy) yield proxy;
      }
    }
  }
}

function proxyAt(flow: Flow, { graph, operation }: Placed): Proxy | undefined {
  const object = madeBy(flow, operation);
  const hosts = object && hostsOf(flow, operation, object);
  if (!object || !hosts) return undefined;
  const isPerRequest = repetitionOf(flow).frequencies.ofFunction(graph).rate === 'request';
  const over = poolOf(flow, graph, operation, object);
  if (!over || !poolsOf(flow).hasItsSize(over.pool)) return undefined;
  if (isPerRequest && (over.pool.made || !isSameForAll(flow, graph, operation))) return undefined;
  const scheme = mayUseHttp2(over.pool) ? schemeOf(flow, graph, operation) : 'http';
  // How many requests come is not known: if they most likely go over HTTP/2, too, nothing is.
  if (scheme === 'https') return undefined;
  const hasSeveralHosts = hosts === 'several';
  const isHttp2 = scheme !== 'http';
  return { graph, span: operation.span, ...over, mayUseHttp2: isHttp2, hasSeveralHosts, isPerRequest };
}

/** The URL that a proxy is made with does not depend on the request for which it is made. */
function isSameForAll(flow: Flow, graph: FunctionGraph, operation: Operation): boolean {
  if (!isSingle(operation) || operation.op !== 'call') return false;
  const { stored } = repetitionOf(flow);
  const context = { graph, cycle: undefined, bindings: new Map() };
  return hostOf(flow.typing, stored, operation, context) !== undefined;
}

/** The pool of a proxy: the default one where it is given a transport on some ways only. */
function poolOf(
  flow: Flow,
  graph: FunctionGraph,
  operation: Operation,
  object: Variable,
): Pick<Proxy, 'pool' | 'mayBeReplaced'> | undefined {
  const { aliases, fields } = usesOfObject(object);
  const making = blockOf(graph, operation);
  const isOnSomeWays = graph.blocks.some((block) =>
    block.operations.some(
      (each) =>
        each.op === 'set field' &&
        each.field === 'Transport' &&
        aliases.has(each.base) &&
        !isAlways(flow.typing, graph, block, making),
    ),
  );
  const pool = poolsOf(flow).ofProxy(graph, isOnSomeWays ? [] : (fields.get('Transport') ?? []));
  return pool && { pool, mayBeReplaced: isOnSomeWays };
}

/** The proxy that an operation makes. */
function madeBy({ typing }: Flow, operation: Operation): Variable | undefined {
  if (operation.op === 'composite')
    return isNamed(typing.typeOf(operation.target), PACKAGE, 'ReverseProxy') ? operation.target : undefined;
  return isSingle(operation) && operation.op === 'call' ? operation.targets[0] : undefined;
}

function isSingle(operation: Operation): boolean {
  return (
    operation.op === 'call' &&
    operation.callee.kind === 'static' &&
    operation.callee.package === PACKAGE &&
    operation.callee.name === SINGLE
  );
}

/**
 * How many hosts a proxy sends to: the functions that rewrite requests set none that depends on the request, and one at
 * least where nothing else does; undefined for any number of them.
 */
function hostsOf({ typing }: Flow, operation: Operation, object: Variable): 'one' | 'several' | undefined {
  const { fields } = usesOfObject(object);
  const rewriters = [...(fields.get('Director') ?? []), ...(fields.get('Rewrite') ?? [])];
  const hosts = rewriters.flatMap((each) => hostsSetBy(typing, each));
  if (hosts.includes('any') || (hosts.length === 0 && !isSingle(operation))) return undefined;
  return hosts.includes('several') ? 'several' : 'one';
}

/** The scheme of the URL that a proxy is made with, by its function or by all callers of that. */
function schemeOf(flow: Flow, graph: FunctionGraph, operation: Operation): Host['scheme'] {
  if (operation.op !== 'call') return schemeSetFor(flow, operation);
  const own = schemeWith(flow, graph, operation, new Map());
  if (own) return own;
  const { sites } = repetitionOf(flow).calls.callersOf(graph);
  const seen = sites.filter((site) => !site.graph.file.isTest && site.direct).slice(0, MAXIMUM_CALLERS);
  const schemes = new Set(
    seen.map((site) => schemeWith(flow, site.graph, operation, bind(new Map(), graph, site))),
  );
  const [scheme] = schemes;
  return schemes.size === 1 ? scheme : undefined;
}

/** The scheme that the functions which rewrite requests write out, or take from a URL that is parsed in sight. */
function schemeSetFor({ typing }: Flow, operation: Operation): Host['scheme'] {
  if (operation.op !== 'composite') return undefined;
  const schemes = new Set<Host['scheme']>();
  for (const { value } of operation.elements) {
    const rewriter = functionIn(typing, value);
    for (const { operation: each } of rewriter ? operationsOf(rewriter) : []) {
      if (each.op === 'set field' && each.field === 'Scheme') schemes.add(schemeOfValue(typing, each.source));
      if (each.op === 'call' && each.callee.kind === 'method' && each.callee.name === 'SetURL')
        schemes.add(schemeOfUrl(typing, each.arguments[0]));
    }
  }
  const [scheme] = schemes;
  return schemes.size === 1 ? scheme : undefined;
}

/** A constant scheme, or that of a URL. */
function schemeOfValue(typing: Typing, value: Variable): Host['scheme'] {
  const constant = constantOf(typing, value);
  if (constant) return constant.kind === 'string' ? schemeOfText(`${constant.value}://`) : undefined;
  const [load] = value.definitions;
  return load?.op === 'field' && load.field === 'Scheme' ? schemeOfUrl(typing, load.base) : undefined;
}

function schemeOfUrl(typing: Typing, url: Variable | undefined): Host['scheme'] {
  const [parsed, ...others] = url ? sourceOf(url).definitions : [];
  if (parsed?.op !== 'call' || others.length > 0 || parsed.callee.kind !== 'static') return undefined;
  const [text] = parsed.callee.package === 'net/url' ? parsed.arguments : [];
  const constant = text && constantOf(typing, text);
  return constant?.kind === 'string' ? schemeOfText(constant.value) : undefined;
}

function schemeWith(flow: Flow, graph: FunctionGraph, call: Call, bindings: Bindings): Host['scheme'] {
  const [header] = graph.blocks;
  if (!header) return undefined;
  // What is made once holds for all that is served: nothing is done anew in between.
  const cycle: Cycle = { blocks: new Set(), operations: new Set(), header };
  const { stored } = repetitionOf(flow);
  return hostOf(flow.typing, stored, call, { graph, cycle, bindings })?.scheme;
}
