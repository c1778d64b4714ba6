/** A block of the Markdown in which rules are described: paragraphs, list items, headings and fenced code. */
export interface Block {
  readonly kind: 'paragraph' | 'item' | 'heading' | 'code';
  /** Lines of code as they stand; other blocks are one line. */
  readonly text: string;
  /** What stands before a list item, e.g. `-` or `2.`; '' for other blocks. */
  readonly marker: string;
}

const FENCE = /^\s*```/;
const HEADING = /^#{1,6}\s+/;
const ITEM = /^\s*([-*]|\d+\.)\s+/;

/** The blocks of a Markdown text. */
export function parseBlocks(markdown: string): readonly Block[] {
  const blocks: Block[] = [];
  const lines = markdown.split('\n');
  let open: Block | undefined;
  const close = (): void => {
    if (open !== undefined) blocks.push(open);
    open = undefined;
  };
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? '';
    if (FENCE.test(line)) {
      close();
      const end = lines.findIndex((other, at) => at > index && FENCE.test(other));
      const last = end === -1 ? lines.length : end;
      blocks.push({ kind: 'code', text: lines.slice(index + 1, last).join('\n'), marker: '' });
      index = last;
    } else if (line.trim() === '') close();
    else if (HEADING.test(line)) {
      close();
      blocks.push({ kind: 'heading', text: line.replace(HEADING, '').trim(), marker: '' });
    } else if (ITEM.test(line)) {
      close();
      open = { kind: 'item', text: line.replace(ITEM, '').trim(), marker: ITEM.exec(line)?.[1] ?? '-' };
    } else if (open === undefined) open = { kind: 'paragraph', text: line.trim(), marker: '' };
    else open = { ...open, text: `${open.text} ${line.trim()}` };
  }
  close();
  return blocks;
}

/** Replaces the inline marks of a Markdown text: code, strong text and links. */
export function replaceInline(
  text: string,
  { code, strong }: { code: (text: string) => string; strong: (text: string) => string },
): string {
  return text.replace(
    /`([^`]+)`|\*\*([^*]+)\*\*|\[([^\]]+)\]\((https?:[^)]+)\)/g,
    (_, codeText?: string, strongText?: string, linkText?: string, target?: string) => {
      if (codeText !== undefined) return code(codeText);
      if (strongText !== undefined) return strong(strongText);
      return `${linkText} (${target})`;
    },
  );
}

const same = (text: string): string => text;

/** A Markdown text without its marks, for readers that show plain text only. */
export function plainText(markdown: string): string {
  return parseBlocks(markdown)
    .map(({ kind, text, marker }) => {
      if (kind === 'code') return text.replaceAll(/^(?=.)/gm, '    ');
      const plain = replaceInline(text, { code: same, strong: same });
      return kind === 'item' ? `${marker} ${plain}` : plain;
    })
    .join('\n\n');
}
