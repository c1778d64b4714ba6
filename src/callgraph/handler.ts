import type { FunctionGraph, Variable } from '../ir/ir.ts';
import type { Typing } from '../ir/typing.ts';
import { isExported } from '../resolve/declaration.ts';
import type { Type } from '../resolve/type.ts';

/** Types that a web framework hands to the function that serves one request. */
const REQUEST_CONTEXTS: readonly { readonly package: RegExp; readonly name: string }[] = [
  { package: /^github\.com\/gin-gonic\/gin$/, name: 'Context' },
  { package: /^github\.com\/labstack\/echo(?:\/v\d+)?$/, name: 'Context' },
  { package: /^github\.com\/gofiber\/fiber(?:\/v\d+)?$/, name: 'Ctx' },
  { package: /^github\.com\/valyala\/fasthttp$/, name: 'RequestCtx' },
];

/** What `handlerKind` says of functions that answer the requests of a server. */
const SERVES = 'request that it serves';

/** How the parameters of handlers are spelled. */
export const HANDLER =
  /\bhttp\.ResponseWriter\b|\*?\b(?:gin|echo)\.Context\b|\bfiber\.Ctx\b|\bfasthttp\.RequestCtx\b/;

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
  if (second) return kindOfTwo(typing, graph, first, second);
  if (
    graph.outer === undefined &&
    graph.declaration.name === 'RoundTrip' &&
    is(typing, first, 'net/http', 'Request')
  )
    return 'request that it sends';
  if (isCollector(typing, graph, first)) return 'scrape';
  const type = named(typing.typeOf(first));
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
  if (!is(typing, first, 'context', 'Context')) return undefined;
  const { name, package: path } = named(typing.typeOf(second)) ?? { name: '', package: '' };
  if (path === 'connectrpc.com/connect' && name === 'Request') return SERVES;
  if (path === 'github.com/aws/aws-lambda-go/events') return 'event that it is invoked for';
  if (graph.outer || !graph.hasReceiver) return undefined;
  if (graph.declaration.name === 'Reconcile' && name === 'Request' && CONTROLLERS.has(path))
    return 'object that it reconciles';
  return isGrpcServer(typing, graph) ? SERVES : undefined;
}

/** The packages whose Request names an object that a controller is to reconcile. */
const CONTROLLERS: ReadonlySet<string> = new Set([
  'sigs.k8s.io/controller-runtime',
  'sigs.k8s.io/controller-runtime/pkg/reconcile',
]);

/** Services that protoc-gen-go-grpc generates have their servers embed one of these types. */
const GRPC_SERVER = /^(?:Unimplemented|Unsafe)\w*Server$/;

/** True for an exported method of what serves the calls of a gRPC service. */
function isGrpcServer(typing: Typing, { declaration, parameters: [receiver] }: FunctionGraph): boolean {
  if (!receiver || !isExported(declaration.name)) return false;
  const type = named(typing.typeOf(receiver));
  const underlying = type && typing.types.underlying(type);
  return (
    underlying?.kind === 'struct' &&
    underlying.fields.some(({ name, embedded }) => embedded && GRPC_SERVER.test(name))
  );
}

/** True for the method of a Prometheus collector that is called for each scrape. */
function isCollector(typing: Typing, { declaration, outer }: FunctionGraph, metrics: Variable): boolean {
  if (outer || declaration.name !== 'Collect') return false;
  const type = typing.types.underlying(typing.typeOf(metrics));
  if (type.kind !== 'channel') return false;
  const metric = named(type.element);
  return metric?.package === 'github.com/prometheus/client_golang/prometheus' && metric.name === 'Metric';
}

function is(typing: Typing, variable: Variable, path: string, name: string): boolean {
  const type = named(typing.typeOf(variable));
  return type?.package === path && type.name === name;
}

function named(type: Type): (Type & { kind: 'named' }) | undefined {
  const bare = type.kind === 'pointer' ? type.element : type;
  return bare.kind === 'named' ? bare : undefined;
}
