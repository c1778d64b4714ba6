const LETTER_OR_DIGIT = /[\p{L}\p{Nd}]/u;

/** True for the code of an ASCII letter or digit, or of the underscore. */
export function isAsciiWordCode(code: number): boolean {
  return (
    (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === 95
  );
}

/** Whether what stands at an offset, in UTF-16 units, may be a part of an identifier (Go spec, Identifiers). */
export function isWordPart(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 128) return isAsciiWordCode(code);
  return at >= 0 && at < text.length && LETTER_OR_DIGIT.test(text.charAt(at));
}

/** The offsets, in UTF-16 units, at which a name stands as a word of its own. */
export function* wordsAt(text: string, name: string): Iterable<number> {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
    if (!isWordPart(text, at - 1) && !isWordPart(text, at + name.length)) yield at;
  }
}

/** Whether a name stands anywhere as a word of its own. */
export function hasWord(text: string, name: string): boolean {
  for (const _ of wordsAt(text, name)) return true;
  return false;
}
