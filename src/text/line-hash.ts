const WINDOW = 100;
const BASE = 37;
const TWO_TO_32 = 0x1_0000_0000;
const TAB = 9;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const SPACE = 32;
const END_OF_FILE = 0xffff;

/**
 * The `primaryLocationLineHash` of every line of a text, line 1 first: the fingerprint by which GitHub code scanning
 * recognises an alert after the file was edited. A text ends with the line behind its last line break; a carriage
 * return alone ends a line too.
 *
 * The hash of a line is a polynomial of base 37 modulo 2^64 over the 100 UTF-16 units that start at the line's first
 * unit, in lower-case hexadecimal. Spaces and tabs are left out, every line break counts as a line feed, 0xFFFF marks
 * the end of the text and zeros follow it. A number that counts equal hashes from the top is appended: `…:1`, `…:2`.
 */
export function lineHashes(text: string): readonly string[] {
  const { units, lineStarts } = normalize(text);
  const seen = new Map<string, number>();
  return windowHashes(units, lineStarts).map((hash) => {
    const count = (seen.get(hash) ?? 0) + 1;
    seen.set(hash, count);
    return `${hash}:${count}`;
  });
}

/** The units that are hashed, and where in them each line starts. */
function normalize(text: string): { units: Uint16Array; lineStarts: readonly number[] } {
  const units = new Uint16Array(text.length + 1);
  const lineStarts: number[] = [];
  let length = 0;
  let afterCarriageReturn = false;
  let atLineStart = true;
  for (let offset = 0; offset <= text.length; offset++) {
    const unit = offset < text.length ? text.charCodeAt(offset) : END_OF_FILE;
    const skipped = unit === SPACE || unit === TAB || (afterCarriageReturn && unit === LINE_FEED);
    afterCarriageReturn = unit === CARRIAGE_RETURN;
    if (skipped) continue;
    if (atLineStart) lineStarts.push(length);
    const kept = unit === CARRIAGE_RETURN ? LINE_FEED : unit;
    atLineStart = kept === LINE_FEED;
    units[length++] = kept;
  }
  return { units: units.subarray(0, length), lineStarts };
}

/** The hash of the window at each start. The 64-bit sum is kept in two halves, which is far cheaper than BigInt. */
function windowHashes(units: Uint16Array, starts: readonly number[]): string[] {
  const [leavingHigh, leavingLow] = power(BASE, WINDOW);
  const hashes: string[] = [];
  let high = 0;
  let low = 0;
  let next = 0;
  for (let end = 0; next < starts.length; end++) {
    const start = starts[next] ?? 0;
    if (end === start + WINDOW) {
      hashes.push(hexadecimal(high, low));
      next++;
    }
    const entering = units[end] ?? 0;
    const leaving = units[end - WINDOW] ?? 0;
    const sumLow = low * BASE + entering - leavingLow * leaving;
    const sumHigh = high * BASE - leavingHigh * leaving + Math.floor(sumLow / TWO_TO_32);
    low = modulo(sumLow);
    high = modulo(sumHigh);
  }
  return hashes;
}

/** base^exponent modulo 2^64 as two 32-bit halves. */
function power(base: number, exponent: number): [high: number, low: number] {
  const value = BigInt.asUintN(64, BigInt(base) ** BigInt(exponent));
  return [Number(value >> 32n), Number(value & 0xffff_ffffn)];
}

function modulo(value: number): number {
  return value - Math.floor(value / TWO_TO_32) * TWO_TO_32;
}

function hexadecimal(high: number, low: number): string {
  return high === 0 ? low.toString(16) : high.toString(16) + low.toString(16).padStart(8, '0');
}
