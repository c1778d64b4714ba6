import { operationsOf } from '../callgraph/graph-walk.ts';
import { outermost } from '../ir/literals.ts';
import type { Mentions } from '../callgraph/mentions.ts';
import { repetitionOf } from '../callgraph/repetition.ts';
import type { Flow } from '../flow/summary/flow.ts';
import { constantOf } from '../flow/state/constant.ts';
import type { Variable } from '../ir/ir.ts';
import { sourceOf } from '../ir/source.ts';
import type { Typing } from '../ir/typing.ts';
import type { Declaration } from '../resolve/declaration.ts';
import type { ConfiguredTransport } from './configured.ts';
import { birthOf, isHttpTransport } from './configured.ts';
import { usesOfObject } from './object.ts';
import { isDefaultTransport } from './transport.ts';

/** How a request is told to use its connection alone. */
const CLOSING = [
  { bytes: '.Close', text: /\.Close\s*=[^=]/ },
  { bytes: 'Close:', text: /\bClose:\s*true\b/ },
  { bytes: 'onnection"', text: /"[cC]onnection",\s*"close"/ },
] as const;

/** Tells whether other functions than the one that configures a transport may set a field of it. */
export class TransportChanges {
  private readonly typing: Typing;
  private readonly mentions: Mentions;

  constructor(flow: Flow) {
    this.typing = flow.typing;
    this.mentions = repetitionOf(flow).calls.mentions;
  }

  /**
   * True when another function of the package, or of one that imports it, assigns the field in a transport that it did
   * not make; for a transport that is made elsewhere, also when a literal has it.
   */
  mayBeSet({ object, birth }: ConfiguredTransport, field: string): boolean {
    const own = outermost(object.function).declaration;
    return [own.package, ...this.mentions.importers(own.package.path)]
      .flatMap((each) => this.mentions.of(each, field))
      .some((each) => each !== own && each.kind !== 'type' && (birth ? this.assigns(each, field) : true));
  }

  /** True when requests that may go over a transport of a package close their connections (truth.md R18). */
  mayCloseAfterRequests({ object }: ConfiguredTransport): boolean {
    const owner = object.function.package;
    return [owner, ...this.mentions.importers(owner.path)].some(({ files }) =>
      files.some(
        (file) =>
          !file.isTest &&
          CLOSING.some(({ bytes, text }) => file.bytes.includes(bytes) && text.test(file.text)),
      ),
    );
  }

  /** True when another function of the package has golang.org/x/net/http2 configure a transport. */
  isConfiguredForHttp2({ object }: ConfiguredTransport): boolean {
    const own = outermost(object.function).declaration;
    return ['ConfigureTransport', 'ConfigureTransports'].some((name) =>
      this.mentions.of(own.package, name, 'selected').some((each) => each !== own),
    );
  }

  private assigns(declaration: Declaration, field: string): boolean {
    const { file, start, end } = declaration;
    if (!new RegExp(`\\.${field}\\s*(?:,[^=\\n]*)?=[^=]`).test(file.text.slice(start, end))) return false;
    const graph = this.typing.graphs.of(declaration);
    return (
      graph !== undefined &&
      operationsOf(graph).some(
        ({ operation }) =>
          operation.op === 'set field' &&
          operation.field === field &&
          isHttpTransport(this.typing.typeOf(operation.base)) &&
          !birthOf(this.typing, sourceOf(operation.base)),
      )
    );
  }
}

/** The transport of which another is a clone; undefined for others. */
export function originalOf({ birth, isClone }: ConfiguredTransport): Variable | undefined {
  return isClone && birth?.op === 'call' && birth.callee.kind === 'method'
    ? sourceOf(birth.callee.receiver)
    : undefined;
}

/** True unless a transport is known to keep no connection, or may be told so (truth.md R18). */
export function isPooled(typing: Typing, changes: TransportChanges, transport: ConfiguredTransport): boolean {
  const original = originalOf(transport);
  const isKnown = !original || isDefaultTransport(original) || original.kind !== 'parameter';
  const objects = original ? [transport.object, original] : [transport.object];
  if (!isKnown || changes.mayBeSet(transport, 'DisableKeepAlives')) return false;
  if (changes.mayCloseAfterRequests(transport)) return false;
  return objects.every((object) => {
    const { fields } = usesOfObject(object);
    const disabled = (fields.get('DisableKeepAlives') ?? []).map((value) => constantOf(typing, value));
    const perHost = (fields.get('MaxIdleConnsPerHost') ?? []).map((value) => constantOf(typing, value));
    return (
      disabled.every((value) => value?.kind === 'boolean' && !value.value) &&
      !perHost.some((value) => value?.kind === 'number' && value.value < 0)
    );
  });
}
