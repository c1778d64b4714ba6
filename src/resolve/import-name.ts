/** Only from v2 on does a module path end in its major version; a package may be named after any version. */
const VERSION = /^v[0-9]+$/;
const MODULE_VERSION = /^v([2-9]|[1-9][0-9]+)$/;

const likelyNames = new Map<string, readonly string[]>();

/**
 * The package names that an import path may stand for when its source is not at hand, the most likely first.
 * By custom the name is the last element without a major version; the spec (Import declarations) leaves it open,
 * so the later ones are what repositories named after a language usually drop.
 */
export function likelyPackageNames(importPath: string): readonly string[] {
  let names = likelyNames.get(importPath);
  if (names === undefined) likelyNames.set(importPath, (names = guessNames(importPath)));
  return names;
}

function guessNames(importPath: string): readonly string[] {
  const elements = importPath.split('/');
  const final = elements.at(-1) ?? '';
  const last = (VERSION.test(final) ? elements.at(-2) : undefined) ?? final;
  const unversioned = last.replace(/\.v[0-9]+$/, '');
  const stripped = unversioned.replace(/^(go|golang)[-._]/, '').replace(/[-._](go|golang)$/, '');
  const names = new Set(MODULE_VERSION.test(final) ? [unversioned, final] : [final, unversioned]);
  for (const name of [stripped, unversioned]) {
    names.add(name);
    names.add(name.replace(/[-.]/g, ''));
    names.add(name.replace(/[-.]/g, '_'));
    names.add(name.replace(/^.*[-.]/, ''));
    names.add(name.replace(/[-.].*$/, ''));
  }
  return [...names].filter((name) => /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name));
}
