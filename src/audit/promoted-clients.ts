import type { Declaration } from '../resolve/declaration.ts';
import { isExported } from '../resolve/declaration.ts';
import type { Package } from '../resolve/package.ts';
import type { Importers } from './importers.ts';

/** A type whose methods are promoted to what embeds it (Go spec, Struct types). */
interface Embedded {
  readonly path: string;
  /** The name of its package. */
  readonly qualifier: string;
  readonly name: string;
}

const CLIENT: Embedded = { path: 'net/http', qualifier: 'http', name: 'Client' };

/**
 * The packages that can call the methods of http.Client without importing net/http: they import a package with an
 * exported type that embeds a client, or that embeds such a type in turn.
 */
export function promotedTo(packages: readonly Package[], importers: Importers): ReadonlySet<Package> {
  const found = new Set<Package>();
  const seen = new Set<Declaration>();
  const work = packages.flatMap((each) => embedding(each, CLIENT, seen));
  for (let type = work.pop(); type; type = work.pop()) {
    const { name, package: owner } = type;
    const embedded = { path: owner.path, qualifier: owner.name, name };
    work.push(...embedding(owner, embedded, seen));
    if (!isExported(name)) continue;
    for (const importer of importers.of(owner.path)) {
      found.add(importer);
      work.push(...embedding(importer, embedded, seen));
    }
  }
  return found;
}

/** The types of a package that embed another one and were not seen before. */
function embedding(owner: Package, embedded: Embedded, seen: Set<Declaration>): Declaration[] {
  return owner.files.flatMap((file) => {
    const name = qualified(owner, file, embedded);
    if (name === undefined || !file.bytes.includes(name)) return [];
    const line = new RegExp(String.raw`^\s*\*?${name}\s*(?:\x60[^\x60\n]*\x60\s*)?(?://.*)?$`, 'm');
    const types = owner.declarationsOf(file).filter((each) => {
      if (each.kind !== 'type' || seen.has(each)) return false;
      return line.test(file.text.slice(each.start, each.end));
    });
    for (const each of types) seen.add(each);
    return types;
  });
}

/** How a file writes a type of another package, or of its own. */
function qualified(
  owner: Package,
  file: Package['files'][number],
  { path, qualifier, name }: Embedded,
): string | undefined {
  if (path === owner.path) return name;
  const imported = file.imports.find((spec) => spec.path === path);
  return imported && `${imported.name ?? qualifier}.${name}`;
}
