import type { FunctionGraph, Variable } from '../ir/ir.ts';
import type { Typing } from '../ir/typing.ts';
import { isExported } from '../resolve/declaration.ts';
import type { Package } from '../resolve/package.ts';
import { named } from './declared-type.ts';

/** Services that protoc-gen-go-grpc generates have their servers embed one of these types. */
const GRPC_SERVER = /[{;\n]\s*\*?(?:\w+\.)?(?:Unimplemented|Unsafe)\w*Server\s*[};\n]/;

/** How the stream of a call is called in generated code, or in the package of gRPC that has one for all. */
const STREAM = /^(?:\w+_\w+Server|(?:ServerStreaming|ClientStreaming|BidiStreaming)Server)$/;

/** The function by which a generated service is registered. */
const REGISTER = /^func Register(\w+)Server\(/gm;

const known = new WeakMap<Package, ReadonlySet<string>>();

/** True for an exported method of what serves the calls of a gRPC service. */
export function isGrpcServer({ declaration, outer, package: owner }: FunctionGraph): boolean {
  if (outer || declaration.receiver === undefined || !isExported(declaration.name)) return false;
  const type = owner.lookup(declaration.receiver);
  return type !== undefined && GRPC_SERVER.test(type.file.text.slice(type.start, type.end));
}

/** True for a method of such a server that is given a stream, as its last parameter. */
export function isGrpcStream(typing: Typing, graph: FunctionGraph, stream: Variable): boolean {
  const { declaration, outer, results } = graph;
  if (outer || declaration.receiver === undefined || !isExported(declaration.name)) return false;
  if (results.length !== 1 || !/Server\b/.test(signatureOf(graph))) return false;
  return STREAM.test(named(typing.typeOf(stream))?.name ?? '');
}

/** True for `M(ctx, *Request) (*Response, error)` of a service that is generated beside the type of the request. */
export function isGrpcMethod(typing: Typing, graph: FunctionGraph, request: Variable): boolean {
  const { declaration, outer, results } = graph;
  if (outer || declaration.receiver === undefined || !isExported(declaration.name)) return false;
  if (results.length !== 2 || !/\bcontext\.Context\b/.test(signatureOf(graph))) return false;
  const type = named(typing.typeOf(request));
  if (!type || !graph.file.imports.some(({ path }) => path === type.package)) return false;
  const owner = typing.program.package(type.package);
  return owner !== undefined && !owner.isModel && methodsOf(owner).has(declaration.name);
}

function signatureOf({ file, declaration }: FunctionGraph): string {
  const text = file.text.slice(declaration.start, declaration.end);
  return text.slice(0, text.indexOf('{'));
}

/** The methods of the services that a generated package declares. */
function methodsOf(owner: Package): ReadonlySet<string> {
  let methods = known.get(owner);
  if (!methods) {
    const files = owner.files.filter(
      ({ bytes }) => bytes.includes('ServiceRegistrar') || bytes.includes('grpc.Server'),
    );
    const names = files.flatMap((file) => Array.from(file.text.matchAll(REGISTER), ([, name]) => name ?? ''));
    const services = names.map((name) => owner.lookup(`${name}Server`)).filter((each) => each !== undefined);
    methods = new Set(
      services.flatMap(({ file, start, end }) =>
        Array.from(file.text.slice(start, end).matchAll(/^\s+(\w+)\(/gm), ([, name]) => name ?? ''),
      ),
    );
    known.set(owner, methods);
  }
  return methods;
}
