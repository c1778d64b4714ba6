import { compareText } from './order.ts';
import type { Module, SourceFile, SourcePackage } from './source-file.ts';

/**
 * Groups the files of one directory into packages by their package clauses. Test files whose package is named after
 * another with `_test` are a package of their own, with that suffix on its path (`go help test`). Files whose package
 * clause cannot be read go with the majority.
 */
export function groupFiles(
  files: readonly SourceFile[],
  directory: string,
  module: Module,
  path: string,
): SourcePackage[] {
  const ownNames = new Set(files.filter((file) => !file.isTest).map((file) => file.packageName));
  const groups = new Map<string, SourceFile[]>();
  for (const file of files) {
    if (file.packageName !== '') append(groups, file.packageName, file);
  }
  const majority = [...groups].reduce(
    (best, [name, group]) => (group.length > best.size ? { name, size: group.length } : best),
    { name: '', size: 0 },
  ).name;
  for (const file of files) {
    if (file.packageName === '') append(groups, majority, file);
  }
  return [...groups].map(([name, group]) => {
    const isExternalTest =
      name.endsWith('_test') && !ownNames.has(name) && group.every((file) => file.isTest);
    return {
      path: isExternalTest ? `${path}_test` : path,
      directory,
      name,
      module,
      files: group.toSorted((a, b) => compareText(a.path, b.path)),
    };
  });
}

function append<Key, Value>(groups: Map<Key, Value[]>, key: Key, value: Value): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [value]);
  else group.push(value);
}

/**
 * Of packages that share an import path (build variants, a program beside a library), the one that an import means:
 * never `main` while there is another, then the one with most files that are no tests.
 */
export function importedPackage(packages: readonly SourcePackage[]): SourcePackage | undefined {
  return packages.reduce<SourcePackage | undefined>(
    (best, candidate) =>
      best === undefined || importWeight(candidate) > importWeight(best) ? candidate : best,
    undefined,
  );
}

function importWeight({ name, files }: SourcePackage): number {
  return files.filter((file) => !file.isTest).length + (name === 'main' ? 0 : 1_000_000);
}

/** Orders packages by import path, then by directory and name. */
export function comparePackages(a: SourcePackage, b: SourcePackage): number {
  return compareText(a.path, b.path) || compareText(a.directory, b.directory) || compareText(a.name, b.name);
}
