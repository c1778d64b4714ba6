import { isAbsolute, relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ArtifactLocation } from 'sarif';

/** The name that stands for the root directory in a log (SARIF 2.1.0 section 3.14.14). */
export const SOURCE_ROOT = '%SRCROOT%';

/** The file URI of an absolute directory path, with a final slash as base URIs need it. */
export function directoryUri(directory: string): string {
  const { href } = pathToFileURL(directory);
  return href.endsWith('/') ? href : `${href}/`;
}

/**
 * Where a file is: a URI relative to the root, percent-encoded, as GitHub wants it; for a file outside of the root its
 * absolute file URI. Both paths are absolute.
 */
export function artifactLocation(path: string, root: string): ArtifactLocation {
  const inside = relative(root, path);
  const segments = inside.split(sep);
  if (inside === '' || isAbsolute(inside) || segments[0] === '..') return { uri: pathToFileURL(path).href };
  return { uri: segments.map(encodeSegment).join('/'), uriBaseId: SOURCE_ROOT };
}

/** Encodes what has a meaning of its own in a relative reference (RFC 3986 section 4.2), a colon included. */
function encodeSegment(segment: string): string {
  const wellFormed = segment.replaceAll(/\p{Surrogate}/gu, '\uFFFD');
  return encodeURI(wellFormed).replaceAll(/[#?:]/g, encodeURIComponent);
}
