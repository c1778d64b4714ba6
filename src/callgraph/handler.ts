import type { FunctionGraph, Variable } from '../ir/ir.ts';
import type { Typing } from '../ir/typing.ts';
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

/** What a function runs once for each of, by its parameters; undefined for all that handle no requests. */
export function handlerKind(typing: Typing, graph: FunctionGraph): string | undefined {
  const { parameters, hasReceiver } = graph;
  const passed = hasReceiver ? parameters.slice(1) : parameters;
  const [first, second] = passed;
  if (!first || passed.length > 2) return undefined;
  if (second) {
    const serves =
      is(typing, first, 'net/http', 'ResponseWriter') && is(typing, second, 'net/http', 'Request');
    return serves ? SERVES : undefined;
  }
  if (graph.declaration.name === 'RoundTrip' && !graph.outer && is(typing, first, 'net/http', 'Request')) {
    return 'request that it sends';
  }
  const type = named(typing.typeOf(first));
  const isContext =
    type !== undefined &&
    REQUEST_CONTEXTS.some((each) => each.name === type.name && each.package.test(type.package));
  return isContext ? SERVES : undefined;
}

function is(typing: Typing, variable: Variable, path: string, name: string): boolean {
  const type = named(typing.typeOf(variable));
  return type?.package === path && type.name === name;
}

function named(type: Type): (Type & { kind: 'named' }) | undefined {
  const bare = type.kind === 'pointer' ? type.element : type;
  return bare.kind === 'named' ? bare : undefined;
}
