import { isAscii, isUtf8 } from 'node:buffer';

/** Decodes Go source: as Latin-1 when it is ASCII, so that offsets are byte offsets; else as UTF-8, its BOM kept. */
export function decode(bytes: Buffer): string {
  return bytes.toString(isAscii(bytes) ? 'latin1' : 'utf8');
}

/** Why bytes cannot be Go source text; undefined when they can. */
export function undecodable(bytes: Buffer): string | undefined {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    return 'is encoded as UTF-16, but Go source is UTF-8';
  }
  if (bytes.includes(0)) return 'holds NUL bytes, so it is not Go source';
  if (!isUtf8(bytes)) return 'is not valid UTF-8, as Go source must be';
  return undefined;
}
