import type { Call, FunctionGraph, Operation, Variable } from '../ir/ir.ts';
import type { Typing } from '../ir/typing.ts';
import type { Declaration } from '../resolve/declaration.ts';
import { isExported } from '../resolve/declaration.ts';
import type { NamedType } from '../resolve/type.ts';
import { addressedBy } from './flag-default.ts';
import { operationsOf } from './graph-walk.ts';
import type { Mentions } from './mentions.ts';
import { namedType } from '../flow/request/http.ts';
import { isGlobal, sourceOf } from '../ir/source.ts';

/** More declarations than these are not looked into for what they assign. */
const MAXIMUM_CANDIDATES = 40;

/** What a package variable holds: the values assigned to it, and to one of its fields. */
export interface StoredInGlobal {
  readonly values: readonly Variable[];
  readonly fieldValues: readonly Variable[];
  /** The calls that are given its address. */
  readonly filledBy: readonly Call[];
}

/** Finds what is assigned to package variables and to fields, wherever that is done. */
export class StoredValues {
  private readonly typing: Typing;
  private readonly mentions: Mentions;
  private readonly fields = new Map<string, readonly Variable[] | undefined>();

  constructor(typing: Typing, mentions: Mentions) {
    this.typing = typing;
    this.mentions = mentions;
  }

  /** The values that a package variable gets, by its declaration and by assignments; undefined when too many to tell. */
  inGlobal(path: string, name: string, field: string | undefined): StoredInGlobal | undefined {
    const owner = this.typing.program.package(path);
    const declaration = owner?.lookup(name);
    if (!owner || owner.isModel || declaration?.kind !== 'variable') return undefined;
    const initial = this.typing.graphs.of(declaration)?.results.find((variable) => variable.name === name);
    const values = initial && initial.definitions.length > 0 ? [initial] : [];
    const fieldValues: Variable[] = [];
    const filledBy: Call[] = [];
    const assignment = new RegExp(`\\b${name}\\b(?:\\.\\w+)*\\s*(?:,[^=\\n]*)?=[^=]|&${name}\\b`);
    const places = isExported(name) ? [owner, ...this.mentions.importers(path)] : [owner];
    const candidates = places
      .flatMap((each) => this.mentions.of(each, name))
      .filter((each) => each !== declaration && each.kind !== 'type' && assignment.test(textOf(each)));
    if (candidates.length > MAXIMUM_CANDIDATES) return undefined;
    for (const { operation } of this.operations(candidates)) {
      if (operation.op === 'set global' && operation.package === path && operation.name === name) {
        values.push(operation.source);
      } else if (operation.op === 'set field' && operation.field === field) {
        if (isGlobal(sourceOf(operation.base), path, name)) fieldValues.push(operation.source);
      } else if (
        operation.op === 'call' &&
        addressedBy(operation).some((each) => isGlobal(each, path, name))
      ) {
        filledBy.push(operation);
      }
    }
    return { values, fieldValues, filledBy };
  }

  /** The values that a field of a type gets in literals and assignments; undefined when not all of them are seen. */
  inField(type: NamedType, field: string): readonly Variable[] | undefined {
    const key = `${type.package}.${type.name}.${field}`;
    if (!this.fields.has(key)) this.fields.set(key, this.searchField(type, field));
    return this.fields.get(key);
  }

  /** The calls that are given the address of a field of a type. */
  fillersOf(type: NamedType, field: string): readonly Call[] {
    const owner = this.typing.program.package(type.package);
    if (!owner || owner.isModel) return [];
    const places = isExported(field) ? [owner, ...this.mentions.importers(type.package)] : [owner];
    const address = new RegExp(`&[\\w.]*\\.${field}\\b`);
    const candidates = places
      .flatMap((each) => this.mentions.of(each, field, 'selected'))
      .filter((each) => each.kind !== 'type' && address.test(textOf(each)));
    return this.operations(candidates).flatMap(({ operation }) => {
      if (operation.op !== 'call') return [];
      const isGiven = addressedBy(operation).some(({ definitions: [load] }) => {
        return load?.op === 'field' && load.field === field && this.isOf(load.base, type);
      });
      return isGiven ? [operation] : [];
    });
  }

  /** The values that are sent to a channel in a field of a type, or in a package variable; undefined when too many to tell. */
  sentTo(path: string, type: string | undefined, name: string): readonly Variable[] | undefined {
    const owner = this.typing.program.package(path);
    if (!owner || owner.isModel) return undefined;
    const places = isExported(name) ? [owner, ...this.mentions.importers(path)] : [owner];
    const sending = new RegExp(`\\b${name}\\s*<-`);
    const candidates = places
      .flatMap((each) => this.mentions.of(each, name))
      .filter((each) => each.kind !== 'type' && sending.test(textOf(each)));
    if (candidates.length > MAXIMUM_CANDIDATES) return undefined;
    return this.operations(candidates).flatMap(({ operation }) => {
      if (operation.op !== 'send') return [];
      const [load] = sourceOf(operation.channel).definitions;
      const isIt =
        load?.op === 'field'
          ? load.field === name && type !== undefined && this.isOf(load.base, { package: path, name: type })
          : load?.op === 'global' && type === undefined && load.name === name && load.package === path;
      return isIt ? [operation.value] : [];
    });
  }

  /** True for a field with a tag: whoever reads configuration into the struct sets it unseen. */
  isFilledFromOutside(type: NamedType, field: string): boolean {
    const declaration = this.typing.program.package(type.package)?.lookup(type.name);
    return declaration !== undefined && new RegExp(`\\b${field}\\b[^\\n]*\``).test(textOf(declaration));
  }

  private searchField(type: NamedType, field: string): readonly Variable[] | undefined {
    const owner = this.typing.program.package(type.package);
    if (!owner || owner.isModel) return undefined;
    const places = isExported(field) ? [owner, ...this.mentions.importers(type.package)] : [owner];
    const assignment = new RegExp(
      `\\b${field}\\b\\s*(?::|(?:,[^=\\n]*)?=[^=])|\\b${type.name}\\{\\s*[^\\s}]|&[\\w.]*\\.${field}\\b`,
    );
    const named = places.flatMap((each) => [
      ...this.mentions.of(each, field),
      ...this.mentions.of(each, type.name),
    ]);
    const candidates = [...new Set(named)].filter(
      (each) => each.kind !== 'type' && assignment.test(textOf(each)),
    );
    if (candidates.length > MAXIMUM_CANDIDATES) return undefined;
    const values: Variable[] = [];
    for (const { operation } of this.operations(candidates)) {
      const stored = this.storedIn(operation, type, field);
      if (stored === 'unknown') return undefined;
      if (stored) values.push(stored);
    }
    return values;
  }

  private storedIn(operation: Operation, type: NamedType, field: string): Variable | 'unknown' | undefined {
    if (operation.op === 'set field') {
      return operation.field === field && this.isOf(operation.base, type) ? operation.source : undefined;
    }
    if (operation.op !== 'composite' || !this.isOf(operation.target, type)) return undefined;
    if (operation.elements.some((element) => element.field === undefined)) {
      // A literal without field names has all fields, in their order (Go spec, Composite literals).
      const struct = this.typing.types.underlying(type);
      if (struct.kind !== 'struct' || struct.fields.length !== operation.elements.length) return 'unknown';
      return operation.elements[struct.fields.findIndex(({ name }) => name === field)]?.value;
    }
    return operation.elements.find((element) => element.field === field)?.value;
  }

  private isOf(variable: Variable, type: Pick<NamedType, 'package' | 'name'>): boolean {
    const named = namedType(this.typing.typeOf(variable));
    return named?.package === type.package && named.name === type.name;
  }

  private operations(declarations: readonly Declaration[]): { operation: Operation }[] {
    const graphs = new Set<FunctionGraph>();
    for (const declaration of declarations) {
      const graph = this.typing.graphs.of(declaration);
      if (graph) graphs.add(graph);
    }
    return [...graphs].flatMap((graph) => operationsOf(graph));
  }
}

function textOf({ file, start, end }: Declaration): string {
  return file.text.slice(start, end);
}
