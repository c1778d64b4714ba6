import type { Package, Program } from '../resolve/package.ts';

/** Packages and the packages at hand that they import, directly or not, whether or not they are to be audited. */
export function withImports(packages: readonly Package[], program: Program): readonly Package[] {
  const found = new Set(packages);
  const paths = new Set<string>();
  for (const { files } of found) {
    for (const { imports } of files) {
      for (const { path } of imports) {
        if (paths.has(path)) continue;
        paths.add(path);
        const imported = program.packageAtHand(path);
        if (imported) found.add(imported);
      }
    }
  }
  return [...found];
}

/**
 * The packages in an order in which each comes after those that it imports: what they yield is known then, even where a
 * package uses what it does not import itself.
 */
export function importedFirst(packages: readonly Package[]): readonly Package[] {
  const byPath = new Map(packages.map((each) => [each.path, each]));
  const ordered = new Set<Package>();
  const entered = new Set<Package>();
  const work = packages.toReversed();
  for (let each = work.at(-1); each; each = work.at(-1)) {
    if (entered.has(each)) {
      ordered.add(each);
      work.pop();
      continue;
    }
    entered.add(each);
    for (const { imports } of each.files) {
      for (const { path } of imports) {
        const imported = byPath.get(path);
        if (imported && !entered.has(imported)) work.push(imported);
      }
    }
  }
  return [...ordered];
}
