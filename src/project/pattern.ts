/** What a pattern of the command line names (`go help packages`). */
export type PatternKind = 'file' | 'directory' | 'directories' | 'package' | 'packages';

const VENDOR = '\0';

/**
 * Tells whether a pattern is a path of the file system (rooted, or starting with `.` or `..`) or an import path,
 * and whether it holds a wildcard. Files cannot be told from their spelling alone: `x.go` may be a directory.
 */
export function patternKind(
  pattern: string,
  isAbsolute: (path: string) => boolean,
): Exclude<PatternKind, 'file'> {
  const wild = pattern.includes('...');
  const local = /^\.\.?([/\\]|$)/.test(pattern) || isAbsolute(pattern);
  if (local) return wild ? 'directories' : 'directory';
  return wild ? 'packages' : 'package';
}

/**
 * Makes the test whether a slash-separated name matches a pattern. `...` stands for any string, a trailing `/...`
 * also for nothing. No wildcard takes part in matching a `vendor` element that has something below it
 * (`go help packages`).
 */
export function matchPattern(pattern: string): (name: string) => boolean {
  if (pattern.includes(VENDOR)) return () => false;
  const expression = wildcardExpression(markVendor(pattern));
  return (name) => !name.includes(VENDOR) && expression.test(markVendor(name));
}

function wildcardExpression(pattern: string): RegExp {
  let head = pattern;
  let tail = '';
  if (pattern === `${VENDOR}/...` || pattern.endsWith(`/${VENDOR}/...`)) {
    head = pattern.slice(0, -`${VENDOR}/...`.length);
    tail = `(?:vendor|${VENDOR}/[^${VENDOR}]*)`;
  } else if (pattern.endsWith('/...')) {
    head = pattern.slice(0, -'/...'.length);
    tail = `(?:/[^${VENDOR}]*)?`;
  }
  const quoted = head
    .split('...')
    .map((part) => part.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&'))
    .join(`[^${VENDOR}]*`);
  return new RegExp(`^${quoted}${tail}$`, 's');
}

/** Replaces each `vendor` element that is not the last by a character that no wildcard matches. */
function markVendor(name: string): string {
  if (!name.includes('vendor/')) return name;
  const elements = name.split('/');
  const last = elements.length - 1;
  return elements
    .map((element, index) => (index < last && element === 'vendor' ? VENDOR : element))
    .join('/');
}

/** Makes the test whether a name, or a name below it, can match a pattern: where not, a walk need not go. */
export function treeCanMatch(pattern: string): (name: string) => boolean {
  const wildcard = pattern.indexOf('...');
  const literal = wildcard < 0 ? pattern : pattern.slice(0, wildcard);
  return (name) =>
    name === '' ||
    literal === name ||
    literal.startsWith(name.endsWith('/') ? name : `${name}/`) ||
    (wildcard >= 0 && name.startsWith(literal));
}
