const MAJOR_VERSION = /^v[0-9]+$/;

/**
 * The package names that an import path may stand for when its source is not at hand, the most likely first.
 * By custom the name is the last element without a major version; the spec (Import declarations) leaves it open,
 * so the later ones are what repositories named after a language usually drop.
 */
export function likelyPackageNames(importPath: string): readonly string[] {
  const elements = importPath.split('/');
  let last = elements.at(-1) ?? '';
  if (elements.length > 1 && MAJOR_VERSION.test(last)) last = elements.at(-2) ?? last;
  const unversioned = last.replace(/\.v[0-9]+$/, '');
  const stripped = unversioned.replace(/^(go|golang)[-._]/, '').replace(/[-._](go|golang)$/, '');
  const names = new Set([unversioned]);
  for (const name of [stripped, unversioned]) {
    names.add(name);
    names.add(name.replace(/[-.]/g, ''));
    names.add(name.replace(/[-.]/g, '_'));
    names.add(name.replace(/^.*[-.]/, ''));
    names.add(name.replace(/[-.].*$/, ''));
  }
  return [...names].filter((name) => /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name));
}
