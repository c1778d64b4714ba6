import type { Operation } from '../ir/ir.ts';
import type { Typing } from '../ir/typing.ts';
import type { Declaration } from '../resolve/declaration.ts';
import type { Package } from '../resolve/package.ts';
import { operationsOf } from '../callgraph/graph-walk.ts';
import type { Mentions } from '../callgraph/mentions.ts';
import { isDefaultTransport } from './transport.ts';
import { isGlobal, sourceOf } from '../ir/source.ts';

/** How a change of the default client or its transport is spelled. */
const CHANGE = /\bMaxIdleConns|\bDefault(?:Transport|Client)(?:\.Transport)?\s*=[^=]/;

/** Tells whether a program changes http.DefaultClient or http.DefaultTransport. */
export class DefaultPool {
  private readonly typing: Typing;
  private readonly mentions: Mentions;
  private changers: readonly Package[] | undefined;

  constructor(typing: Typing, mentions: Mentions) {
    this.typing = typing;
    this.mentions = mentions;
  }

  /** True when a package that may be in one program with `owner` changes them. */
  isChanged(owner: Package): boolean {
    this.changers ??= this.search();
    return this.changers.some((each) => each === owner || each.name !== 'main');
  }

  private search(): readonly Package[] {
    return this.mentions
      .importers('net/http')
      .filter((each) =>
        ['DefaultTransport', 'DefaultClient']
          .flatMap((name) => this.mentions.of(each, name))
          .some((declaration) => this.changes(declaration)),
      );
  }

  private changes(declaration: Declaration): boolean {
    const { kind, file, start, end } = declaration;
    if (kind === 'type' || !CHANGE.test(file.text.slice(start, end))) return false;
    const graph = this.typing.graphs.of(declaration);
    return graph !== undefined && operationsOf(graph).some(({ operation }) => isChange(operation));
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
