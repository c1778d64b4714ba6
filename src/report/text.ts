import { LEVELS, type Finding } from '../rules/finding.ts';
import { printable } from '../text/width.ts';
import { formatFrame } from './frame.ts';
import type { Report } from './report.ts';
import { lineIndexOf } from './source-position.ts';
import { createStyle, type Style } from './style.ts';

const DEFAULT_WIDTH = 100;

export interface TextOptions {
  readonly color: boolean;
  /** Terminal columns; 100 when there is no terminal. Paths and messages are never cut. */
  readonly width?: number | undefined;
}

/**
 * The report for people and editors: for each finding one line `path:line:column: message (rule)` with the column in
 * bytes as go vet prints it, and below it the code with the path that proves the finding. Ends with a summary.
 */
export function formatText(report: Report, options: TextOptions): string {
  const style = createStyle(options.color);
  const width = options.width ?? DEFAULT_WIDTH;
  const blocks = report.findings.map((finding) =>
    [headline(finding, style), ...formatFrame(finding, style, width)].join('\n'),
  );
  return [...blocks, [summaryLine(report, style), ...fixLines(report)].join('\n')].join('\n\n') + '\n';
}

function headline({ location, level, message, rule }: Finding, style: Style): string {
  const lines = lineIndexOf(location.file);
  const place = `${printable(location.file.displayPath)}:${lines.lineAt(location.start)}:${lines.byteColumn(location.start)}:`;
  return `${style.strong(place)} ${printable(message)} ${style.level(level, `(${rule})`)}`;
}

function summaryLine({ findings, summary }: Report, style: Style): string {
  const files = `in ${counted(summary.filesAudited, 'file')}`;
  const broken = summary.filesWithSyntaxErrors;
  const errors =
    broken === 0 ? '' : ` ${counted(broken, 'file')} ${broken === 1 ? 'has' : 'have'} syntax errors.`;
  if (findings.length === 0) return `${style.success('No findings')} ${files}.${errors}`;
  const levels = LEVELS.map((level) => ({
    level,
    count: findings.filter((one) => one.level === level).length,
  }))
    .filter(({ count }) => count > 0)
    .map(({ level, count }) => style.level(level, counted(count, level)));
  return `${style.strong(counted(findings.length, 'finding'))} (${levels.join(', ')}) ${files}.${errors}`;
}

/** What was fixed and what could be. */
function fixLines({ findings, summary: { fixed }, repairOf, unsafeFixes }: Report): string[] {
  const repairs = findings.map((finding) => repairOf?.(finding));
  const count = (safety: string): number =>
    repairs.filter((repair) => repair?.kind === 'fix' && repair.fix.safety === safety).length;
  const [safe, unsafe] = [count('safe'), count('unsafe')];
  const lines: string[] = [];
  if (fixed !== undefined) lines.push(`${counted(fixed, 'finding')} fixed.`);
  if (unsafeFixes && safe + unsafe > 0) {
    lines.push(`${safe + unsafe} can be fixed with --fix --unsafe-fixes.`);
  } else if (safe > 0) {
    const more = unsafe > 0 ? `, ${unsafe} more with --unsafe-fixes` : '';
    lines.push(`${safe} can be fixed with --fix${more}.`);
  } else if (unsafe > 0) {
    lines.push(`${unsafe} can be fixed with --fix --unsafe-fixes.`);
  }
  return lines;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
