import type { RuleMetadata } from '../rules/rule.ts';
import { displayWidth } from '../text/width.ts';
import { parseBlocks, replaceInline, type Block } from './markdown.ts';
import { createStyle, type Style } from './style.ts';
import { wrap } from './wrap.ts';

const DEFAULT_WIDTH = 80;
const INDENT = '    ';

export interface ExplainOptions {
  readonly color: boolean;
  /** Terminal columns for running text; 80 when there is no terminal. Code is never wrapped. */
  readonly width?: number | undefined;
}

/** The documentation of a rule for the terminal, with a final line break. */
export function explainRule(rule: RuleMetadata, options: ExplainOptions): string {
  const style = createStyle(options.color);
  const width = Math.min(options.width ?? DEFAULT_WIDTH, DEFAULT_WIDTH);
  const parts = [
    `${style.strong(rule.id)} ${style.level(rule.level, `(${rule.level})`)}`,
    ...[rule.summary, rule.description].map((text) => paragraph(text, width, style)),
    ...parseBlocks(rule.help).map((block) => formatBlock(block, width, style)),
    ...(rule.fix === undefined ? [] : [paragraph(`**Fix:** ${rule.fix}`, width, style)]),
    ...rule.examples.flatMap((example) => [
      style.strong(`Example: ${example.title}`),
      `${style.level('error', 'Bad:')}\n\n${indented(example.bad)}`,
      `${style.success('Good:')}\n\n${indented(example.good)}`,
    ]),
    style.quiet(`Precision: ${rule.precision}. Tags: ${rule.tags.join(', ')}.`),
  ];
  return `${parts.join('\n\n')}\n`;
}

function formatBlock({ kind, text, marker }: Block, width: number, style: Style): string {
  if (kind === 'code') return indented(text);
  if (kind === 'heading') return style.strong(text);
  if (kind === 'paragraph') return paragraph(text, width, style);
  const indent = ' '.repeat(displayWidth(marker) + 3);
  const lines = paragraph(text, width - indent.length, style);
  return `  ${marker} ${lines.replaceAll('\n', `\n${indent}`)}`;
}

/** Wraps first and colours then, so that colours do not count; a mark may therefore not be broken at its spaces. */
function paragraph(text: string, width: number, style: Style): string {
  const joined = replaceInline(text, { code: unbroken('`'), strong: unbroken('**') });
  const lines = wrap(joined, width).join('\n').replaceAll(NO_BREAK, ' ');
  return replaceInline(lines, { code: style.code, strong: style.strong });
}

const NO_BREAK = '\u00A0';

function unbroken(mark: string): (text: string) => string {
  return (text) => mark + text.replaceAll(' ', NO_BREAK) + mark;
}

function indented(code: string): string {
  return code
    .trimEnd()
    .replaceAll(/^(?=.)/gm, INDENT)
    .replaceAll('\t', INDENT);
}
