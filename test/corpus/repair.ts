/**
 * Repairs copies of modules and compares what the go command says of them before and after:
 *
 *     npx tsx test/corpus/repair.ts [--unsafe] [--whole] [--tests] [--no-go] [--keep DIRECTORY] MODULE@VERSION|DIRECTORY...
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

const { values: flags, positionals: subjects } = parseArgs({
  allowPositionals: true,
  options: {
    unsafe: { type: 'boolean', default: false },
    whole: { type: 'boolean', default: false },
    tests: { type: 'boolean', default: false },
    'no-go': { type: 'boolean', default: false },
    keep: { type: 'string' },
  },
});
const selection = { unsafe: flags.unsafe, only: undefined };

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
const table = new Map<string, Figures>();
for (const subject of subjects) {
  const figures = await figuresOf(subject);
  if (figures) table.set(subject, figures);
}
const total = totalOf([...table.values()]);
if (total) table.set('total', total);
console.log(`\n${markdown(table)}`);

async function figuresOf(subject: string): Promise<Figures | undefined> {
  let directory: string;
  try {
    directory = copyOf(subject);
  } catch (error) {
    console.log(`${subject}: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
    return undefined;
  }
  try {
    return await compared(subject, directory);
  } finally {
    rmSync(directory, { recursive: true });
  }
}

async function compared(subject: string, directory: string): Promise<Figures> {
  // What dependencies do is read from their source: it must be there from the start.
  if (!flags['no-go'])
    spawnSync('go', ['list', '-deps', '-test', './...'], { cwd: directory, stdio: 'ignore' });
  const { changes, refused, takenBack, ...counts } = await repair(directory);
  const files = changes.map(({ realPath }) => realPath);
  const packages = flags.whole ? ['./...'] : [...new Set(files.map((file) => dirname(file)))];
  const before = complaints(directory, packages, files);
  if (flags.keep) {
    const patched = changes.map(({ realPath: path, original, current }) => {
      return { path, before: original.text, after: current.text };
    });
    writeFileSync(join(flags.keep, `${nameOf(subject)}.diff`), formatPatch(patched, directory));
  }
  const unwritten = changes.map(writeChange).filter((problem) => problem !== undefined);
  const after = complaints(directory, packages, files);
  const worse = Object.fromEntries(
    Object.entries(after).map(([tool, told]) => [tool, added(before[tool] ?? [], told)]),
  );
  const again = await repair(directory);
  const second = again.changes.map(({ original }) => original.displayPath);
  console.log(JSON.stringify({ subject, ...counts, refused, takenBack, unwritten, worse, second }, null, 1));
  const bad = [unwritten, second, ...Object.values(worse)].some((list) => list.length > 0);
  if (bad) process.exitCode = 1;
  return {
    ...counts,
    refused: Object.values(refused).reduce((sum, count) => sum + count, 0),
    takenBack: takenBack.length,
    files: files.length,
    packages: new Set(files.map((file) => dirname(file))).size,
    formatted: worse['gofmt']?.length ?? 0,
    built: worse['build']?.length ?? 0,
    vetted: worse['vet']?.length ?? 0,
    tested: worse['test']?.length ?? 0,
    secondRun: second.length,
  };
}

type Complaints = Readonly<Record<string, readonly string[]>>;

/** What gofmt, the compiler, go vet and the tests say of packages, without positions and times. */
function complaints(directory: string, packages: readonly string[], files: readonly string[]): Complaints {
  if (files.length === 0 || flags['no-go']) return {};
  const run = (command: string, ...args: readonly string[]): readonly string[] => {
    const { stdout, stderr } = spawnSync(command, args, {
      cwd: directory,
      encoding: 'utf8',
      env: { ...process.env, GOWORK: 'off', GOFLAGS: '-mod=mod' },
      maxBuffer: 256 << 20,
    });
    return `${stdout}\n${stderr}`
      .split('\n')
      .filter((line) => line.trim() !== '' && !/^(?:#|go: (?:downloading|finding))/.test(line))
      .map((line) => line.replaceAll(/:\d+(?::\d+)?/g, ''));
  };
  const results = () =>
    run('go', 'test', '-json', '-timeout', '20m', ...packages).flatMap((line) => {
      const [, action, test] =
        /"Action":"(pass|fail)".*?("Package".*?)(?:,"Elapsed".*)?\}?$/.exec(line) ?? [];
      return action === 'fail' ? [`${test} fails`] : [];
    });
  return {
    gofmt: run('gofmt', '-l', ...files),
    build: run('go', 'build', ...packages),
    vet: run('go', 'vet', ...packages),
    test: flags.tests ? failures() : [],
  };
}

/** The lines of the second list that are not in the first, as often as they are more. */
function added(first: readonly string[], second: readonly string[]): readonly string[] {
  const left = [...first];
  return second.filter((line) => {
    const index = left.indexOf(line);
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
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

async function repair(workingDirectory: string): Promise<Repairing> {
  const options = { selection, repair: { drainLimit: undefined, unsafe: flags.unsafe } };
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
    const reason = reasonAgainst(run.repairs.of(finding));
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
function reasonAgainst(what: CheckedRepair | undefined): string | undefined {
  if (what === undefined) return 'the rule repairs nothing';
  if (what.kind === 'refused') return what.reason;
  return what.fix.safety === 'unsafe' && !flags.unsafe ? 'unsafe' : undefined;
}

function nameOf(subject: string): string {
  return subject.replaceAll(/[^\w.@-]+/g, '_');
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
