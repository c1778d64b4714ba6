import type { Constant, Operation } from '../ir/ir.ts';
import type { Typing } from '../ir/typing.ts';
import type { Declaration } from '../resolve/declaration.ts';
import type { Package } from '../resolve/package.ts';
import { operationsOf } from '../callgraph/graph-walk.ts';
import type { Mentions } from '../callgraph/mentions.ts';
import type { Settings } from '../transports/transport.ts';
import { DEFAULT_SETTINGS, isDefaultTransport, settingOf } from '../transports/transport.ts';
import { isGlobal, sourceOf } from '../ir/source.ts';

/** How a change of the default client or its transport is spelled. */
const CHANGE = /\bMaxIdleConns|\bMaxConnsPerHost|\bDefault(?:Transport|Client)(?:\.Transport)?\s*=[^=]/;

/** A package that changes the default pool: its limit of connections, or anything else, after which it is not known. */
interface Change {
  readonly owner: Package;
  readonly limit: Constant | 'unknown' | undefined;
}

/** Tells what a program makes of http.DefaultClient and http.DefaultTransport. */
export class DefaultPool {
  private readonly typing: Typing;
  private readonly mentions: Mentions;
  private changes: readonly Change[] | undefined;

  constructor(typing: Typing, mentions: Mentions) {
    this.typing = typing;
    this.mentions = mentions;
  }

  /** The settings of the default transport; undefined when a package changes it that may be in one program with `owner`. */
  settingsFor(owner: Package): Settings | undefined {
    this.changes ??= this.search();
    const changes = this.changes.filter((each) => each.owner === owner || each.owner.name !== 'main');
    if (changes.some(({ limit }) => limit === undefined)) return undefined;
    const [first, ...others] = changes;
    if (!first?.limit) return DEFAULT_SETTINGS;
    return new Map([...DEFAULT_SETTINGS, ['MaxConnsPerHost', others.length > 0 ? 'unknown' : first.limit]]);
  }

  private search(): readonly Change[] {
    return this.mentions
      .importers('net/http')
      .flatMap((owner) =>
        ['DefaultTransport', 'DefaultClient']
          .flatMap((name) => this.mentions.of(owner, name))
          .flatMap((declaration) => this.changesIn(owner, declaration)),
      );
  }

  private changesIn(owner: Package, declaration: Declaration): Change[] {
    const { kind, file, start, end } = declaration;
    if (kind === 'type' || !CHANGE.test(file.text.slice(start, end))) return [];
    const graph = this.typing.graphs.of(declaration);
    return (graph ? operationsOf(graph) : []).flatMap(({ operation }): Change[] => {
      if (isChange(operation)) return [{ owner, limit: undefined }];
      const isLimit = operation.op === 'set field' && operation.field === 'MaxConnsPerHost';
      return isLimit && isDefaultTransport(operation.base)
        ? [{ owner, limit: settingOf(this.typing, operation.source) }]
        : [];
    });
  }
}

function isChange(operation: Operation): boolean {
  if (operation.op === 'set global') {
    return operation.package === 'net/http' && /^Default(?:Transport|Client)$/.test(operation.name);
  }
  if (operation.op !== 'set field') return false;
  const { base, field } = operation;
  if (field === 'Transport') return isGlobal(sourceOf(base), 'net/http', 'DefaultClient');
  return field.startsWith('MaxIdleConns') && isDefaultTransport(base);
}
