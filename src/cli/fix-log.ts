import { isWanted } from '../fix/candidate.ts';
import type { FixRun } from '../fix/run.ts';
import { lineIndexOf } from '../report/source-position.ts';
import type { Location } from '../rules/finding.ts';
import { printable } from '../text/width.ts';
import { selectionOf } from './fix-selection.ts';
import type { AuditOptions } from './options.ts';

/** How many places are named for one reason. */
const PLACES = 3;

/** What a run of fixes has to say: what was fixed, what could be, and what was refused and why. One fact a line. */
export function fixLog(
  { fixed, audit, rejection, repairs, original }: Omit<FixRun, 'project' | 'changes' | 'obstacles'>,
  options: AuditOptions,
): string {
  const selection = selectionOf(options);
  const files = new Map<string, Map<string, number>>();
  for (const { finding } of fixed) {
    const path = finding.location.file.displayPath;
    const rules = files.get(path) ?? new Map<string, number>();
    files.set(path, rules.set(finding.rule, (rules.get(finding.rule) ?? 0) + 1));
  }
  const verb = options.diff ? 'would fix' : 'fixed';
  const total = `${verb} ${counted(fixed.length, 'finding')} in ${counted(files.size, 'file')}`;
  const lines = [fixed.length > 0 ? total : 'nothing to fix'];
  for (const [path, rules] of files) {
    const list = [...rules].map(([rule, count]) => (count === 1 ? rule : `${rule} (${count})`));
    lines.push(`${verb} ${path}: ${list.join(', ')}`);
  }
  const reasons = new Map<string, Location[]>();
  let unsafe = 0;
  let left = 0;
  for (const finding of audit.findings.filter((one) => isWanted(one, selection))) {
    const repair = repairs.of(finding);
    if (repair === undefined) continue;
    const isHeldBack = repair.kind === 'fix' && repair.fix.safety === 'unsafe' && !selection.unsafe;
    const reason = repair.kind === 'refused' ? repair.reason : rejection(finding);
    if (isHeldBack) unsafe++;
    else if (reason === undefined) left++;
    else {
      const key = `${finding.rule}: ${reason}`;
      reasons.set(key, [
        ...(reasons.get(key) ?? []),
        options.diff ? original(finding.location) : finding.location,
      ]);
    }
  }
  for (const [reason, places] of reasons) lines.push(`not fixed: ${reason} (${listed(places)})`);
  if (unsafe > 0) lines.push(`${counted(unsafe, 'more finding')} can be fixed with --unsafe-fixes`);
  if (left > 0) lines.push(`${counted(left, 'finding')} left for the next run`);
  return lines.map((line) => `go-pool-audit: ${printable(line)}\n`).join('');
}

function listed(places: readonly Location[]): string {
  const shown = places.slice(0, PLACES).map(({ file, start }) => {
    const lines = lineIndexOf(file);
    return `${file.displayPath}:${lines.lineAt(start)}:${lines.byteColumn(start)}`;
  });
  const more = places.length - shown.length;
  return more > 0 ? `${shown.join(', ')} and ${more} more` : shown.join(', ');
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
