import { lineBreakOf, type TextEdit } from '../text/edit.ts';

/** Edits of a text, new text with the line ends that the text uses. */
export function withLineBreaksOf<E extends TextEdit>(text: string, edits: readonly E[]): readonly E[] {
  const lineBreak = lineBreakOf(text);
  if (lineBreak === '\n') return edits;
  return edits.map((edit) => ({ ...edit, text: edit.text.replaceAll(/\r?\n/g, lineBreak) }));
}
