/** The value of an integer, float or rune literal (Go spec, Integer literals, Floating-point literals); NaN when unknown. */
export function numberValue(text: string): number {
  if (text.startsWith("'")) return runeValue(text);
  const plain = text.replaceAll('_', '').toLowerCase();
  if (/^0\d+$/.test(plain)) return Number.parseInt(plain, 8);
  return plain.startsWith('0x') && plain.includes('p') ? hexadecimalFloat(plain) : Number(plain);
}

/** `0x1.8p-2`: the digits are hexadecimal, the exponent is a decimal power of two. */
function hexadecimalFloat(text: string): number {
  const [, whole = '', fraction = '', exponent = ''] =
    /^0x([\da-f]*)\.?([\da-f]*)p([+-]?\d+)$/.exec(text) ?? [];
  return Number.parseInt(whole + fraction, 16) * 2 ** (Number(exponent) - 4 * fraction.length);
}

function runeValue(text: string): number {
  const value = stringValue(text);
  return value.codePointAt(0) ?? Number.NaN;
}

const ESCAPES: Record<string, string> = {
  a: '\u0007',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

/** The value of a string or rune literal with its quotes (Go spec, String literals); byte escapes are read as code points. */
export function stringValue(text: string): string {
  const inner = text.slice(1, -1);
  if (text.startsWith('`')) return inner.replaceAll('\r', '');
  return inner.replaceAll(
    /\\(x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|[0-7]{3}|.)/g,
    (_, escape: string) => {
      const first = escape.charAt(0);
      if (/[xuU]/.test(first) && escape.length > 1) return codePoint(Number.parseInt(escape.slice(1), 16));
      if (/[0-7]/.test(first)) return codePoint(Number.parseInt(escape, 8));
      return ESCAPES[first] ?? first;
    },
  );
}

function codePoint(value: number): string {
  return value <= 0x10ffff ? String.fromCodePoint(value) : '\uFFFD';
}
