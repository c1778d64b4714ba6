/**
 * Repairs copies of modules and compares what the go command says of them before and after:
 *
 *     npx tsx test/corpus/repair.ts [--unsafe|--both] [--whole] [--tests] [--no-go] [--keep DIRECTORY] MODULE@VERSION|DIRECTORY...
 *
 * Prints the figures of each module, each thing that got worse, and a table with the total. The packages that are
 * compared are those that are changed, or with --whole all. With --tests their tests are run before and after too. With
 * --keep the patch of each module is left in a directory. Exit code 1 when anything got worse.
 */
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { auditProject } from '../../src/audit/audit.ts';
import { candidatesOf } from '../../src/fix/candidate.ts';
import { chooseTogether } from '../../src/fix/draft.ts';
import type { CheckedRepair } from '../../src/fix/repairs.ts';
import { Repairs } from '../../src/fix/repairs.ts';
import type { FileChange } from '../../src/fix/run.ts';
import { fixFindings } from '../../src/fix/run.ts';
import { writeChange } from '../../src/fix/write.ts';
import { loadProject } from '../../src/project/load.ts';
import { formatPatch } from '../../src/report/patch.ts';
import { loadParser } from '../../src/syntax/parser.ts';
import { downloadModule } from '../support/module-cache.ts';
import { added, complaints, type Complaints } from './complaints.ts';

const { values: flags, positionals: subjects } = parseArgs({
  allowPositionals: true,
  options: {
    unsafe: { type: 'boolean', default: false },
    both: { type: 'boolean', default: false },
    whole: { type: 'boolean', default: false },
    tests: { type: 'boolean', default: false },
    'no-go': { type: 'boolean', default: false },
    keep: { type: 'string' },
  },
});
interface Figures {
  findings: number;
  fixed: number;
  /** Fixes that had to wait for others that change the same text. */
  conflicts: number;
  /** Findings that a rule does not repair, or only with --unsafe-fixes. */
  refused: number;
  /** Fixes that were tried, and taken back. */
  takenBack: number;
  files: number;
  packages: number;
  formatted: number;
  built: number;
  vetted: number;
  tested: number;
  secondRun: number;
}

if (flags.keep) mkdirSync(flags.keep, { recursive: true });
const modes = flags.both ? [false, true] : [flags.unsafe];
const tables = modes.map(() => new Map<string, Figures>());
for (const subject of subjects) {
  const figures = await figuresOf(subject);
  figures.forEach((each, index) => tables[index]?.set(subject, each));
}
for (const [index, table] of tables.entries()) {
  const total = totalOf([...table.values()]);
  if (total) table.set('total', total);
  console.log(`\n${modes[index] ? 'All fixes' : 'Safe fixes'}\n\n${markdown(table)}`);
}

/** The figures of a module, for each kind of run. */
async function figuresOf(subject: string): Promise<readonly Figures[]> {
  let directory: string;
  try {
    directory = copyOf(subject);
  } catch (error) {
    console.log(`${subject}: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
    return [];
  }
  try {
    return await compared(subject, directory);
  } finally {
    rmSync(directory, { recursive: true });
  }
}

async function compared(subject: string, directory: string): Promise<readonly Figures[]> {
  // What dependencies do is read from their source: it must be there from the start.
  if (!flags['no-go'])
    spawnSync('go', ['list', '-deps', '-test', './...'], { cwd: directory, stdio: 'ignore' });
  const repairs: Repairing[] = [];
  for (const unsafe of modes) repairs.push(await repair(directory, unsafe));
  const files = [...new Set(repairs.flatMap(({ changes }) => changes.map(({ realPath }) => realPath)))];
  const packages = flags.whole ? ['./...'] : [...new Set(files.map((file) => dirname(file)))];
  const question = { directory, packages, files: flags['no-go'] ? [] : files, tests: flags.tests };
  const before = complaints(question);
  const all: Figures[] = [];
  for (const [index, unsafe] of modes.entries()) {
    const repairing = repairs[index]!;
    const unwritten = repairing.changes.map(writeChange).filter((problem) => problem !== undefined);
    const after = complaints(question);
    const worse = Object.fromEntries(
      Object.entries(after).map(([tool, told]) => [tool, added(before[tool] ?? [], told)]),
    );
    const again = await repair(directory, unsafe);
    const second = again.changes.map(({ original }) => original.displayPath);
    for (const { realPath, original } of repairing.changes) writeFileSync(realPath, original.bytes);
    if (flags.keep) keep(subject, directory, unsafe, repairing.changes);
    const told = { ...repairing, changes: repairing.changes.length };
    console.log(JSON.stringify({ subject, unsafe, ...told, unwritten, worse, second }, null, 1));
    if ([unwritten, second, ...Object.values(worse)].some((list) => list.length > 0)) process.exitCode = 1;
    all.push(figuresIn(repairing, worse, second));
  }
  return all;
}

function figuresIn(
  { changes, refused, takenBack, findings, fixed, conflicts }: Repairing,
  worse: Complaints,
  second: readonly string[],
): Figures {
  return {
    findings,
    fixed,
    conflicts,
    refused: Object.values(refused).reduce((sum, count) => sum + count, 0),
    takenBack: takenBack.length,
    files: changes.length,
    packages: new Set(changes.map(({ realPath }) => dirname(realPath))).size,
    formatted: worse['gofmt']?.length ?? 0,
    built: worse['build']?.length ?? 0,
    vetted: worse['vet']?.length ?? 0,
    tested: worse['test']?.length ?? 0,
    secondRun: second.length,
  };
}

/** Leaves the patch of a module for a reader. */
function keep(subject: string, directory: string, unsafe: boolean, changes: readonly FileChange[]): void {
  const patched = changes.map(({ realPath: path, original, current }) => {
    return { path, before: original.text, after: current.text };
  });
  const name = `${subject.replaceAll(/[^\w.@-]+/g, '_')}${unsafe ? '.unsafe' : ''}.diff`;
  writeFileSync(join(flags.keep ?? '', name), formatPatch(patched, directory));
}

/** A writable copy of a module from the module cache, or of a directory. */
function copyOf(from: string): string {
  const [module = '', version] = from.split('@');
  const source = existsSync(from) ? from : downloadModule(module, version ?? 'latest');
  const copy = mkdtempSync(join(tmpdir(), 'corpus-'));
  cpSync(source, copy, { recursive: true });
  for (const name of readdirSync(copy, { recursive: true, encoding: 'utf8' }))
    chmodSync(join(copy, name), 0o755);
  return copy;
}

interface Repairing {
  readonly findings: number;
  readonly fixed: number;
  readonly conflicts: number;
  readonly refused: Readonly<Record<string, number>>;
  readonly takenBack: readonly string[];
  readonly changes: readonly FileChange[];
}

async function repair(workingDirectory: string, unsafe: boolean): Promise<Repairing> {
  const selection = { unsafe, only: undefined };
  const options = { selection, repair: { drainLimit: undefined, unsafe } };
  const project = loadProject({
    workingDirectory,
    patterns: ['./...'],
    tests: true,
    tags: [],
    dependencies: true,
    environment: process.env,
  });
  const audit = await auditProject(project, {});
  const wanted = candidatesOf(audit.findings, new Repairs(options.repair, project), selection);
  const run = await fixFindings(project, audit, options, {
    parser: await loadParser(),
    audit: (changedProject) => auditProject(changedProject, {}),
    obstacle: () => undefined,
  });
  const refused: Record<string, number> = {};
  const takenBack: string[] = [];
  for (const finding of run.audit.findings) {
    const { file, start } = finding.location;
    const rejection = run.rejection(finding);
    const line = file.text.slice(0, start).split('\n').length;
    if (rejection !== undefined) takenBack.push(`${file.displayPath}:${line} ${finding.rule}: ${rejection}`);
    const reason = reasonAgainst(run.repairs.of(finding), unsafe);
    if (reason !== undefined) refused[reason] = (refused[reason] ?? 0) + 1;
  }
  return {
    findings: audit.findings.length,
    fixed: run.fixed.length,
    conflicts: chooseTogether(wanted).conflicting.length,
    refused,
    takenBack,
    changes: run.changes,
  };
}

/** Why a repair is not made; undefined when it is wanted. */
function reasonAgainst(what: CheckedRepair | undefined, unsafe: boolean): string | undefined {
  if (what === undefined) return 'the rule repairs nothing';
  if (what.kind === 'refused') return what.reason;
  return what.fix.safety === 'unsafe' && !unsafe ? 'unsafe' : undefined;
}

function totalOf(list: readonly Figures[]): Figures | undefined {
  const [first] = list;
  if (!first) return undefined;
  const keys = Object.keys(first) as (keyof Figures)[];
  const sums = keys.map((key) => [key, list.reduce((sum, each) => sum + each[key], 0)] as const);
  return Object.fromEntries(sums) as Record<keyof Figures, number>;
}

/** A table with a line for each module. */
function markdown(rows: ReadonlyMap<string, Figures>): string {
  const [first] = rows.values();
  if (!first) return '';
  const titles = ['module', ...Object.keys(first)];
  const lines = [titles, titles.map(() => '---')];
  for (const [name, figures] of rows) lines.push([name, ...Object.values(figures).map(String)]);
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
