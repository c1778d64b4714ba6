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

/** What a function runs once for each of, by its parameters; undefined for all that handle no requests. */
export function handlerKind(typing: Typing, graph: FunctionGraph): string | undefined {
  const { parameters, hasReceiver } = graph;
  const passed = hasReceiver ? parameters.slice(1) : parameters;
  const [first, second] = passed;
  if (!first || passed.length > 2) return undefined;
  if (second) {
    const serves =
      is(typing, first, 'net/http', 'ResponseWriter') && is(typing, second, 'net/http', 'Request');
    return serves ? 'request that it serves' : undefined;
  }
  if (graph.declaration.name === 'RoundTrip' && !graph.outer && is(typing, first, 'net/http', 'Request')) {
    return 'request that it sends';
  }
  const type = named(typing.typeOf(first));
  const isContext =
    type !== undefined &&
    REQUEST_CONTEXTS.some((each) => each.name === type.name && each.package.test(type.package));
  return isContext ? 'request that it serves' : undefined;
}

function is(typing: Typing, variable: Variable, path: string, name: string): boolean {
  const type = named(typing.typeOf(variable));
  return type?.package === path && type.name === name;
}

function named(type: Type): (Type & { kind: 'named' }) | undefined {
  const bare = type.kind === 'pointer' ? type.element : type;
  return bare.kind === 'named' ? bare : undefined;
}
