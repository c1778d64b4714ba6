import { operationsOf } from '../callgraph/graph-walk.ts';
import type { Mentions } from '../callgraph/mentions.ts';
import { isClient, namedType } from '../flow/request/http.ts';
import type { Operation, Variable } from '../ir/ir.ts';
import { sourceOf } from '../ir/source.ts';
import type { Typing } from '../ir/typing.ts';
import type { Package } from '../resolve/package.ts';
import type { NamedType } from '../resolve/type.ts';
import { birthOf, isHttpTransport } from '../transports/configured.ts';
import { isDefaultTransport } from '../transports/transport.ts';

/** The fields of a transport that decide how many connections it keeps and opens. */
const SIZES = ['MaxIdleConnsPerHost', 'MaxIdleConns', 'MaxConnsPerHost', 'DisableKeepAlives'] as const;

type SetField = Operation & { op: 'set field' };

/** Finds what functions change in clients and transports that they did not make. */
export class PoolChanges {
  private readonly typing: Typing;
  private readonly mentions: Mentions;
  private readonly known = new Map<Package, Map<string, readonly SetField[]>>();

  constructor(typing: Typing, mentions: Mentions) {
    this.typing = typing;
    this.mentions = mentions;
  }

  /** The transports that are set on the client in a field of a type, by the name of the field or promoted. */
  transportsOf(type: NamedType, field: string): readonly Variable[] {
    const owner = this.typing.program.package(type.package);
    return (owner ? this.around(owner) : [])
      .flatMap((each) => this.sets(each, 'Transport'))
      .filter(({ base }) => this.isClientIn(base, type, field))
      .map(({ source }) => source);
  }

  /** True when a function sizes a transport that it was given or has loaded, in a package or one that imports it. */
  mayResize(owner: Package): boolean {
    return this.around(owner).some((each) =>
      SIZES.some((field) => this.sets(each, field).some(({ base }) => this.isOther(base))),
    );
  }

  /** True when a function sets the transport of something of a type that it was given or has loaded. */
  isTransportSet(owner: Package, name: string): boolean {
    return this.around(owner).some((each) =>
      this.sets(each, 'Transport').some(
        ({ base }) => namedType(this.typing.typeOf(base))?.name === name && isLoaded(sourceOf(base)),
      ),
    );
  }

  private around(owner: Package): readonly Package[] {
    return [owner, ...this.mentions.importers(owner.path)];
  }

  private isClientIn(base: Variable, type: NamedType, field: string): boolean {
    const source = sourceOf(base);
    if (!isClient(this.typing.typeOf(base))) return isSame(namedType(this.typing.typeOf(source)), type);
    const [load, ...others] = source.definitions;
    if (load?.op !== 'field' || others.length > 0) return false;
    return load.field === field && isSame(namedType(this.typing.typeOf(load.base)), type);
  }

  private isOther(base: Variable): boolean {
    const source = sourceOf(base);
    return (
      isHttpTransport(this.typing.typeOf(base)) && !isDefaultTransport(base) && !birthOf(this.typing, source)
    );
  }

  /** The assignments to a field of this name in a package. */
  private sets(owner: Package, field: string): readonly SetField[] {
    let fields = this.known.get(owner);
    if (!fields) this.known.set(owner, (fields = new Map()));
    let sets = fields.get(field);
    if (!sets) {
      const assigned = new RegExp(String.raw`\.${field}\s*(?:,[^=\n]*)?=[^=]`);
      sets = this.mentions.of(owner, field, 'selected').flatMap((declaration) => {
        const { file, start, end, kind } = declaration;
        if (kind === 'type' || !assigned.test(file.text.slice(start, end))) return [];
        const graph = this.typing.graphs.of(declaration);
        return (graph ? operationsOf(graph) : []).flatMap(({ operation }) =>
          operation.op === 'set field' && operation.field === field ? [operation] : [],
        );
      });
      fields.set(field, sets);
    }
    return sets;
  }
}

function isSame(one: NamedType | undefined, other: NamedType): boolean {
  return one?.package === other.package && one.name === other.name;
}

function isLoaded({ kind, definitions }: Variable): boolean {
  return (
    kind === 'parameter' || definitions.some(({ op }) => op !== 'composite' && op !== 'call' && op !== 'zero')
  );
}
