import { displayWidth } from '../text/width.ts';

/** Breaks a text at its spaces into lines of at most `width` terminal columns; longer words stand alone, uncut. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const word of text.split(' ')) {
    const wordWidth = displayWidth(word);
    if (line !== '' && used + 1 + wordWidth > width) {
      lines.push(line);
      line = '';
    }
    used = line === '' ? wordWidth : used + 1 + wordWidth;
    line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
