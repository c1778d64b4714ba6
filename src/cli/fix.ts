import { relative, sep } from 'node:path';
import type { Audit } from '../audit/audit.ts';
import { findingKey } from '../fix/judge.ts';
import { type FileChange, fixFindings, type FixRun } from '../fix/run.ts';
import { obstacleTo, writeChange } from '../fix/write.ts';
import { realPathOf } from '../project/file-system.ts';
import { withChangedFiles } from '../project/overlay.ts';
import type { Problem, Project } from '../project/source-file.ts';
import { formatPatch } from '../report/patch.ts';
import { loadParser } from '../syntax/parser.ts';
import { fixLog } from './fix-log.ts';
import { repairOptions } from './fix-options.ts';
import { selectionOf } from './fix-selection.ts';
import type { AuditOptions } from './options.ts';
import type { Outcome } from './reports.ts';
import { findRepositoryRoot } from './repository.ts';

/** An audit whose findings are to be repaired. */
export interface FixSession {
  readonly options: AuditOptions;
  readonly project: Project;
  readonly audit: Audit;
  auditAgain(project: Project): Promise<Audit>;
}

/** What is to be told once fixes are made. */
export interface FixResult extends Omit<Outcome, 'project'> {
  readonly problems: readonly Problem[];
  /** Whole lines for stderr. */
  readonly log: string;
}

/** Repairs findings and writes the files. What is told is what is left. */
export async function applyFixes(session: FixSession): Promise<FixResult> {
  const run = await runFixes(session, true);
  const { written, failures } = await writeChanges(run.changes);
  const isComplete = failures.length === 0;
  const onDisk = new Map(written.map(({ original, current }) => [original.path, current]));
  const audit = isComplete ? run.audit : await session.auditAgain(withChangedFiles(session.project, onDisk));
  const fixed = run.fixed.filter(
    ({ fix }) => isComplete || fix.edits.every(({ file }) => onDisk.has(file.path)),
  );
  return {
    audit,
    problems: [...audit.problems, ...errors([...run.obstacles, ...failures])],
    log: fixLog({ ...run, audit, fixed }, session.options),
    repairOf: repairOf(run),
    fixed: fixed.length,
    patch: undefined,
  };
}

/** A patch that would repair findings. The audit that is told is that of the files as they are. */
export async function makePatch(session: FixSession): Promise<FixResult> {
  const run = await runFixes(session, false);
  const { options, audit } = session;
  const root = realPathOf(findRepositoryRoot(options.workingDirectory) ?? options.workingDirectory);
  const outside = run.changes.filter(({ realPath }) => relative(root, realPath).split(sep)[0] === '..');
  const inside = run.changes.filter((change) => !outside.includes(change));
  return {
    audit,
    problems: [
      ...run.audit.problems,
      ...errors(
        outside.map(
          ({ original: { displayPath } }) => `${displayPath} is not in the patch: it is outside of ${root}`,
        ),
      ),
    ],
    log: fixLog(run, options),
    repairOf: repairBeforeOf(run),
    fixed: undefined,
    patch: formatPatch(
      inside.map(({ realPath: path, original, current }) => {
        return { path, before: original.text, after: current.text };
      }),
      root,
    ),
  };
}

async function runFixes(
  { options, project, audit, auditAgain }: FixSession,
  writes: boolean,
): Promise<FixRun> {
  return fixFindings(
    project,
    audit,
    { selection: selectionOf(options), repair: repairOptions(options) },
    {
      parser: await loadParser(),
      audit: auditAgain,
      obstacle: (file) => (writes ? obstacleTo(file) : undefined),
    },
  );
}

/** A fix that was taken back is no fix to report. */
function repairOf({ repairs, rejection }: FixRun): Outcome['repairOf'] {
  return (finding) => {
    const reason = rejection(finding);
    return reason === undefined ? repairs.of(finding) : { kind: 'refused', reason };
  };
}

/** The same for the findings in the files as they are. */
function repairBeforeOf({ audit, repairs, rejection, original }: FixRun): Outcome['repairOf'] {
  const reasons = new Map<string, string>();
  for (const finding of audit.findings) {
    const reason = rejection(finding);
    if (reason !== undefined) reasons.set(findingKey(finding.rule, original(finding.location)), reason);
  }
  return (finding) => {
    const reason = reasons.get(findingKey(finding.rule, finding.location));
    return reason === undefined ? repairs.of(finding) : { kind: 'refused', reason };
  };
}

function errors(messages: readonly string[]): Problem[] {
  return messages.map((message) => ({ severity: 'error', message }));
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Writes file by file. A signal takes effect between two files, so that none is left half done. */
async function writeChanges(
  changes: readonly FileChange[],
): Promise<{ readonly written: readonly FileChange[]; readonly failures: readonly string[] }> {
  const written: FileChange[] = [];
  const failures: string[] = [];
  let received: NodeJS.Signals | undefined;
  const receive = (signal: NodeJS.Signals): void => {
    received = signal;
  };
  for (const signal of SIGNALS) process.on(signal, receive);
  try {
    for (const change of changes) {
      await new Promise((resolve) => setImmediate(resolve));
      if (received !== undefined) break;
      const failure = writeChange(change);
      if (failure === undefined) written.push(change);
      else failures.push(failure);
    }
  } finally {
    for (const signal of SIGNALS) process.off(signal, receive);
  }
  if (received !== undefined) process.kill(process.pid, received);
  return { written, failures };
}
