/**
 * Repairs a copy of a module and compares what the go command says of it before and after:
 *
 *     npx tsx test/corpus/repair.ts MODULE@VERSION|DIRECTORY [--unsafe] [--no-go]
 *
 * Prints one line of figures, and each thing that got worse. Exit code 1 when something did.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { auditProject } from '../../src/audit/audit.ts';
import { fixFindings } from '../../src/fix/run.ts';
import type { FileChange } from '../../src/fix/run.ts';
import { writeChange } from '../../src/fix/write.ts';
import { loadProject } from '../../src/project/load.ts';
import { loadParser } from '../../src/syntax/parser.ts';
import { downloadModule } from '../support/module-cache.ts';

const [subject = '', ...flags] = process.argv.slice(2);
const unsafe = flags.includes('--unsafe');
const usesGo = !flags.includes('--no-go');
const RULES = new Set(['body-not-closed', 'body-not-drained', 'body-partly-read']);

const directory = copyOf(subject);
// What dependencies do is read from their source: it must be there from the start.
if (usesGo) spawnSync('go', ['list', '-deps', '-test', './...'], { cwd: directory, stdio: 'ignore' });
const { changes, ...figures } = await repair(directory);
const packages = [...new Set(changes.map(({ realPath }) => dirname(realPath)))];
const before = usesGo ? complaints(packages) : [];
const problems = changes.map(writeChange).filter((problem) => problem !== undefined);
const after = usesGo ? complaints(packages) : [];
problems.push(...added(before, after));
const again = await repair(directory);
if (again.changes.length > 0) problems.push(`a second run changes ${again.changes.length} files`);
console.log(
  JSON.stringify(
    { subject, unsafe, ...figures, files: changes.length, packages: packages.length, problems },
    null,
    1,
  ),
);
rmSync(directory, { recursive: true });
process.exitCode = problems.length > 0 ? 1 : 0;

/** What gofmt, the compiler and go vet say of packages, without positions. */
function complaints(directories: readonly string[]): readonly string[] {
  if (directories.length === 0) return [];
  const run = (command: string, ...args: readonly string[]): string => {
    const { stdout, stderr } = spawnSync(command, args, {
      cwd: directory,
      encoding: 'utf8',
      env: { ...process.env, GOWORK: 'off', GOFLAGS: '-mod=mod' },
      maxBuffer: 64 << 20,
    });
    return `${stdout}\n${stderr}`;
  };
  const files = directories.flatMap((each) =>
    readdirSync(each).flatMap((name) => (name.endsWith('.go') ? [join(each, name)] : [])),
  );
  const told = [
    run('gofmt', '-l', ...files),
    run('go', 'build', ...directories),
    run('go', 'vet', ...directories),
  ];
  return told
    .flatMap((text) => text.split('\n'))
    .filter((line) => line.trim() !== '' && !/^(?:#|go: (?:downloading|finding))/.test(line))
    .map((line) => line.replaceAll(/:\d+(?::\d+)?/g, ''));
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
  readonly refused: Readonly<Record<string, number>>;
  readonly takenBack: readonly string[];
  readonly changes: readonly FileChange[];
}

async function repair(workingDirectory: string): Promise<Repairing> {
  const project = loadProject({
    workingDirectory,
    patterns: ['./...'],
    tests: true,
    tags: [],
    dependencies: true,
    environment: process.env,
  });
  const audit = await auditProject(project, {});
  const run = await fixFindings(
    project,
    audit,
    { selection: { unsafe, only: RULES }, repair: { drainLimit: undefined } },
    {
      parser: await loadParser(),
      audit: (changedProject) => auditProject(changedProject, {}),
      obstacle: () => undefined,
    },
  );
  const refused: Record<string, number> = {};
  const takenBack: string[] = [];
  for (const finding of run.audit.findings.filter(({ rule }) => RULES.has(rule))) {
    const rejection = run.rejection(finding);
    if (rejection !== undefined)
      takenBack.push(`${finding.location.file.displayPath} ${finding.rule}: ${rejection}`);
    const what = run.repairs.of(finding);
    const reason =
      what?.kind === 'refused'
        ? what.reason
        : what?.fix.safety === 'unsafe' && !unsafe
          ? 'unsafe'
          : undefined;
    if (reason !== undefined) refused[reason] = (refused[reason] ?? 0) + 1;
  }
  return {
    findings: audit.findings.filter(({ rule }) => RULES.has(rule)).length,
    fixed: run.fixed.length,
    refused,
    takenBack,
    changes: run.changes,
  };
}
