import type { FunctionGraph, Variable } from '../ir/ir.ts';
import type { Typing } from '../ir/typing.ts';
import { isExactly as is, named } from './declared-type.ts';
import { namesOfValue, operationsOf, usesOfValue } from './graph-walk.ts';
import { isGrpcMethod, isGrpcServer, isGrpcStream } from './grpc.ts';

/** Types that a web framework hands to the function that serves one request. */
const REQUEST_CONTEXTS: readonly { readonly package: RegExp; readonly name: string }[] = [
  { package: /^github\.com\/gin-gonic\/gin$/, name: 'Context' },
  { package: /^github\.com\/labstack\/echo(?:\/v\d+)?$/, name: 'Context' },
  { package: /^github\.com\/gofiber\/fiber(?:\/v\d+)?$/, name: 'Ctx' },
  { package: /^github\.com\/valyala\/fasthttp$/, name: 'RequestCtx' },
];

/** What `handlerKind` says of functions that answer the requests of a server. */
const SERVES = 'request that it serves';

/** What it says of round trippers. */
const SENDS = 'request that it sends';

const RECONCILES = 'object that it reconciles';

/** How the parameters of handlers are spelled. */
export const HANDLER =
  /\bhttp\.ResponseWriter\b|\*?\b(?:gin|echo)\.Context\b|\bfiber\.Ctx\b|\bfasthttp\.RequestCtx\b|\bcontext\.Context, \w+ \*\w+\.\w+\) \(\*\w+\.\w+, error\)/;

/** True for a function that a server runs for each request, in a goroutine of its own. */
export function servesRequests(typing: Typing, graph: FunctionGraph): boolean {
  return handlerKind(typing, graph) === SERVES;
}

/** What a function runs once for each of, by its parameters and receiver; undefined for all that handle no requests. */
export function handlerKind(typing: Typing, graph: FunctionGraph): string | undefined {
  const { parameters, hasReceiver } = graph;
  const passed = hasReceiver ? parameters.slice(1) : parameters;
  const [first, second] = passed;
  if (!first || passed.length > 2) return undefined;
  if (isGrpcStream(typing, graph, second ?? first)) return SERVES;
  if (second) return kindOfTwo(typing, graph, first, second);
  if (
    graph.outer === undefined &&
    graph.declaration.name === 'RoundTrip' &&
    is(typing, first, 'net/http', 'Request')
  )
    return SENDS;
  if (graph.outer && isRoundTripFunction(typing, graph, graph.outer, first)) return SENDS;
  if (isCollector(typing, graph, first)) return 'scrape';
  const type = named(typing.typeOf(first));
  // Before contexts were handed on, a reconciler got nothing else.
  const isReconciled = graph.declaration.name === 'Reconcile' && type?.name === 'Request';
  if (isReconciled && CONTROLLERS.test(type.package)) return RECONCILES;
  const isContext =
    type !== undefined &&
    REQUEST_CONTEXTS.some((each) => each.name === type.name && each.package.test(type.package));
  return isContext ? SERVES : undefined;
}

/** Handlers of two parameters: those of net/http, and those that are given a context first. */
function kindOfTwo(
  typing: Typing,
  graph: FunctionGraph,
  first: Variable,
  second: Variable,
): string | undefined {
  if (is(typing, first, 'net/http', 'ResponseWriter'))
    return is(typing, second, 'net/http', 'Request') ? SERVES : undefined;
  if (isGrpcServer(graph) || isGrpcMethod(typing, graph, second))
    return is(typing, first, 'context', 'Context') ? SERVES : undefined;
  // No type is asked for in files that cannot name it.
  const kinds = BY_CONTEXT.filter(
    ({ package: path, method }) =>
      (method === undefined || method.test(graph.declaration.name)) &&
      graph.file.imports.some((each) => path.test(each.path)),
  );
  if (kinds.length === 0 || !is(typing, first, 'context', 'Context')) return undefined;
  const type = named(typing.typeOf(second));
  return (
    type && kinds.find(({ package: path, name }) => path.test(type.package) && name.test(type.name))?.what
  );
}

/** Where the request of a reconciler is declared. */
const CONTROLLERS = /^sigs\.k8s\.io\/controller-runtime(?:\/pkg\/reconcile)?$/;

/** Handlers that are given a context and something of these types. */
const BY_CONTEXT: readonly {
  readonly package: RegExp;
  readonly name: RegExp;
  readonly method?: RegExp;
  readonly what: string;
}[] = [
  { package: /^connectrpc\.com\/connect$/, name: /^Request$/, what: SERVES },
  { package: /^github\.com\/aws\/aws-lambda-go\/events$/, name: /./, what: 'event that it is invoked for' },
  {
    package: /^github\.com\/openshift\/library-go\/pkg\/controller\/factory$/,
    name: /^SyncContext$/,
    what: 'sync of its controller',
  },
  {
    package: CONTROLLERS,
    name: /^Request$/,
    method: /^Reconcile$/,
    what: RECONCILES,
  },
  {
    package: /^sigs\.k8s\.io\/controller-runtime\/pkg\/webhook\/admission$/,
    name: /^Request$/,
    method: /^Handle$/,
    what: SERVES,
  },
  {
    package: /^github\.com\/crossplane\/crossplane-runtime(?:\/v\d+)?\/pkg\/resource$/,
    name: /^Managed$/,
    method: /^(?:Connect|Observe|Create|Update|Delete)$/,
    what: RECONCILES,
  },
];

/** True for a literal that becomes a function type with a RoundTrip method, which calls it for each request. */
function isRoundTripFunction(
  typing: Typing,
  literal: FunctionGraph,
  outer: FunctionGraph,
  first: Variable,
): boolean {
  if (!is(typing, first, 'net/http', 'Request')) return false;
  const closure = operationsOf(outer).find(
    ({ operation }) => operation.op === 'closure' && operation.function === literal,
  );
  if (closure?.operation.op !== 'closure') return false;
  const { target } = closure.operation;
  const converted = usesOfValue(target).flatMap(({ operation }) =>
    operation.op === 'call' && typing.callee(operation).kind === 'conversion' ? operation.targets : [],
  );
  return [...namesOfValue(target), ...converted].some((each) => {
    const type = typing.typeOf(each);
    return type.kind === 'named' && typing.types.select(type, 'RoundTrip') !== undefined;
  });
}

/** True for the method of a Prometheus collector that is called for each scrape. */
function isCollector(typing: Typing, { declaration, outer }: FunctionGraph, metrics: Variable): boolean {
  if (outer || declaration.name !== 'Collect') return false;
  const type = typing.types.underlying(typing.typeOf(metrics));
  if (type.kind !== 'channel') return false;
  const metric = named(type.element);
  return metric?.package === 'github.com/prometheus/client_golang/prometheus' && metric.name === 'Metric';
}
