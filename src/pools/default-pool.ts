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

/** The fields of the default transport that may change without making a pool of which nothing is known. */
const SIZES: ReadonlySet<string> = new Set(['MaxConnsPerHost', 'MaxIdleConns', 'MaxIdleConnsPerHost']);

/** A package that changes the default pool: one of its sizes, or anything else, after which it is not known. */
interface Change {
  readonly owner: Package;
  readonly size: { readonly field: string; readonly value: Constant | 'unknown' } | undefined;
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
    const settings = new Map(DEFAULT_SETTINGS);
    const changed = new Set<string>();
    for (const { size } of changes) {
      if (!size) return undefined;
      const { field, value } = size;
      // Which of several values it has when it is used is not known.
      const isSame = !changed.has(field) || JSON.stringify(settings.get(field)) === JSON.stringify(value);
      settings.set(field, isSame ? value : 'unknown');
      changed.add(field);
    }
    return settings;
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
      if (isChange(operation)) return [{ owner, size: undefined }];
      if (operation.op !== 'set field' || !SIZES.has(operation.field)) return [];
      if (!isDefaultTransport(operation.base)) return [];
      // Whether and when another function runs is not known; a limit is there for a reason.
      const isSure = operation.field === 'MaxConnsPerHost' || isAtStart(declaration);
      const value = isSure ? settingOf(this.typing, operation.source) : 'unknown';
      return [{ owner, size: { field: operation.field, value } }];
    });
  }
}

/** main, init, and what initialises a package variable run in each program that has them. */
function isAtStart({ kind, name }: Declaration): boolean {
  return kind === 'variable' || (kind === 'function' && (name === 'init' || name === 'main'));
}

function isChange(operation: Operation): boolean {
  if (operation.op === 'set global') {
    return operation.package === 'net/http' && /^Default(?:Transport|Client)$/.test(operation.name);
  }
  if (operation.op !== 'set field') return false;
  return operation.field === 'Transport' && isGlobal(sourceOf(operation.base), 'net/http', 'DefaultClient');
}
