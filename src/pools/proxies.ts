import { bind } from '../callgraph/bindings.ts';
import type { Bindings } from '../callgraph/bindings.ts';
import type { Cycle } from '../callgraph/cycles.ts';
import type { Placed } from '../callgraph/graph-walk.ts';
import { operationsOf } from '../callgraph/graph-walk.ts';
import { declarationsMatching } from '../callgraph/mentions.ts';
import { repetitionOf } from '../callgraph/repetition.ts';
import { constantOf } from '../flow/constant.ts';
import type { Flow } from '../flow/flow.ts';
import { isNamed } from '../flow/http.ts';
import type { Call, FunctionGraph, Operation, Span, Variable } from '../ir/ir.ts';
import { sourceOf } from '../ir/source.ts';
import type { Typing } from '../ir/typing.ts';
import { filesImporting } from '../resolve/importing-files.ts';
import { usesOfObject } from '../transports/object.ts';
import { FixedValues } from './fixed-value.ts';
import type { Host } from './host.ts';
import { hostOf } from './host.ts';
import type { Pool } from './pool.ts';
import { mayUseHttp2 } from './pool-size.ts';
import { poolsOf } from './pools-of.ts';
import { schemeOf as schemeOfText } from './url-pieces.ts';

/** A reverse proxy: it sends each request that it serves, beside others, to one host over one pool. */
export interface Proxy {
  readonly graph: FunctionGraph;
  readonly span: Span;
  readonly pool: Pool;
}

const PACKAGE = 'net/http/httputil';
const SINGLE = 'NewSingleHostReverseProxy';

/** How making a proxy is spelled. */
const MAKING = /\bNewSingleHostReverseProxy\(|\bReverseProxy\s*\{/g;

/** Callers that are asked which URL they pass. */
const MAXIMUM_CALLERS = 8;

const known = new WeakMap<Flow, readonly Proxy[]>();

/** The reverse proxies to one host over HTTP/1 that are made outside of tests, and not for a single request. */
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
  if (!object || !isToOneHost(flow, operation, object)) return undefined;
  if (repetitionOf(flow).frequencies.ofFunction(graph).rate === 'request') return undefined;
  const { fields } = usesOfObject(object);
  const pools = poolsOf(flow);
  const pool = pools.ofProxy(graph, fields.get('Transport') ?? []);
  if (!pool || !pools.hasItsSize(pool)) return undefined;
  // How many requests come is not known: if they may go over HTTP/2, too, nothing is.
  const isHttp1 = !mayUseHttp2(pool) || schemeOf(flow, graph, operation) === 'http';
  return isHttp1 ? { graph, span: operation.span, pool } : undefined;
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

/** The functions that rewrite requests set no host that depends on the request, and one at least where nothing else does. */
function isToOneHost(flow: Flow, operation: Operation, object: Variable): boolean {
  const { fields } = usesOfObject(object);
  const rewriters = [...(fields.get('Director') ?? []), ...(fields.get('Rewrite') ?? [])];
  const hosts = rewriters.flatMap((each) => hostsSetBy(flow, each));
  return hosts.every((isFixed) => isFixed) && (isSingle(operation) || hosts.length > 0);
}

/** For each host that a rewriting function sets, whether it is the same for all requests. */
function hostsSetBy({ typing }: Flow, rewriter: Variable): readonly boolean[] {
  const [made] = sourceOf(rewriter).definitions;
  if (made?.op !== 'closure') return [false];
  const { function: graph } = made;
  const values = new FixedValues(typing, { graph, cycle: undefined, bindings: new Map() });
  return operationsOf(graph).flatMap(({ operation }) => {
    if (operation.op === 'set field') {
      const { base, field, source } = operation;
      const isUrl = isNamed(typing.typeOf(base), 'net/url', 'URL');
      const isHost = isUrl ? field === 'Host' : field === 'URL';
      return isHost ? [values.isFixed(source)] : [];
    }
    const isSetter =
      operation.op === 'call' && operation.callee.kind === 'method' && operation.callee.name === 'SetURL';
    return isSetter ? operation.arguments.map((each) => values.isFixed(each)) : [];
  });
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
    const [made] = sourceOf(value).definitions;
    for (const { operation: each } of made?.op === 'closure' ? operationsOf(made.function) : []) {
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
