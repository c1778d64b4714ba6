import { skipBrackets } from './skip.ts';

/** Bounds the work on hostile text: units of snippets parsed for one declaration. */
const MAXIMUM_SNIPPET_UNITS = 1_000_000;

/** Stands for `new` where it must be parsed as an ordinary function. Of the same length, so that no offset moves. */
const MASK = 'neW';

/**
 * Since Go 1.26 the argument of `new` may be any expression (Go spec, Allocation), but the grammar takes types alone.
 * Gives the text with `new` renamed in the calls whose argument cannot be read as a type but can as an expression;
 * the same text when there are none. `isValid` says whether a text parses without an error.
 */
export function maskNewOfExpressions(text: string, isValid: (text: string) => boolean): string {
  const starts = Array.from(text.matchAll(/\bnew\s*\(/g), (match) => match.index);
  let masked = text;
  let remaining = MAXIMUM_SNIPPET_UNITS;
  // From the last to the first: a call within another one's argument comes before it.
  for (const start of starts.toReversed()) {
    const open = masked.indexOf('(', start);
    const end = skipBrackets(masked, open);
    remaining -= (end < 0 ? masked.length : end) - start;
    if (remaining < 0) break;
    if (end < 0) continue;
    const call = masked.slice(start + MASK.length, end);
    if (isValid(`var _ = new${call}`) || !isValid(`var _ = ${MASK}${call}`)) continue;
    masked = masked.slice(0, start) + MASK + call + masked.slice(end);
  }
  return masked;
}
