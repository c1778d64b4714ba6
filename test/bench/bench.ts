/**
 * Compares whole processes: the built tool with its defaults beside a script that only reads and searches the same
 * files. Runs are interleaved (A B A B …), so that what else the machine does falls on both.
 * `npm run bench -- [--runs N] [part of a module's name]`; the modules are downloaded by the go command.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { downloadModule } from '../support/module-cache.ts';
import { median } from './statistics.ts';

const MODULES = [
  ['k8s.io/kubernetes', 'v1.37.2'],
  ['github.com/prometheus/prometheus', 'v0.316.0'],
  ['github.com/caddyserver/caddy/v2', 'v2.11.9'],
] as const;

const TOOL = resolve('bin/go-pool-audit.js');
const READ_ALL = resolve('test/bench/read-all.js');
const PEAK_MEMORY = resolve('test/bench/peak-memory.js');

interface Run {
  readonly milliseconds: number;
  /** Peak resident set in KiB. */
  readonly peak: number;
}

/** Runs a Node process to its end. The measured runs carry no extra import; `peak` runs do and are not timed. */
function run(commandLine: readonly string[], directory: string, peakFile: string | undefined): number {
  const extra = peakFile === undefined ? [] : ['--import', PEAK_MEMORY];
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, [...extra, ...commandLine], {
    cwd: directory,
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
    env: { ...process.env, PEAK_MEMORY_FILE: peakFile },
  });
  const milliseconds = performance.now() - start;
  if (status !== 0) throw new Error(`${commandLine.join(' ')} ended with ${status}: ${stderr}`);
  return milliseconds;
}

function measure(commandLine: readonly string[], directory: string, scratch: string): Run {
  const file = join(scratch, 'peak');
  const milliseconds = run(commandLine, directory, undefined);
  run(commandLine, directory, file);
  return { milliseconds, peak: Number(readFileSync(file, 'utf8')) };
}

function compare(name: string, directory: string, runs: number, scratch: string): string {
  const tool: Run[] = [];
  const floor: Run[] = [];
  // The first round only fills the page cache.
  for (let round = 0; round <= runs; round++) {
    const one = measure([TOOL, '--fail-on', 'never'], directory, scratch);
    const other = measure([READ_ALL, directory], directory, scratch);
    if (round === 0) continue;
    tool.push(one);
    floor.push(other);
  }
  const time = [tool, floor].map((all) => median(all.map(({ milliseconds }) => milliseconds)));
  const peak = [tool, floor].map((all) => median(all.map((each) => each.peak)) / 1024);
  return [
    name.padEnd(44),
    ...time.map((value) => `${value.toFixed(0)} ms`.padStart(10)),
    `${(time[0]! / time[1]!).toFixed(2)}x`.padStart(8),
    ...peak.map((value) => `${value.toFixed(0)} MiB`.padStart(10)),
  ].join('');
}

function main(): void {
  const { values, positionals } = parseArgs({
    options: { runs: { type: 'string', default: '9' } },
    allowPositionals: true,
  });
  if (!existsSync('dist/cli/main.cjs'))
    throw new Error('there is no build to measure: run npm run build first');
  const scratch = mkdtempSync(join(tmpdir(), 'go-pool-audit-bench-'));
  try {
    console.log(
      `Node ${process.version}, ${cpus().length} cores, medians of ${values.runs} interleaved runs`,
    );
    console.log(`${''.padEnd(44)}      tool  read all   ratio      peak  read all`);
    for (const [module, version] of MODULES.filter(([name]) => name.includes(positionals[0] ?? ''))) {
      const directory = downloadModule(module, version);
      console.log(compare(`${module}@${version}`, directory, Number(values.runs), scratch));
    }
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

main();
