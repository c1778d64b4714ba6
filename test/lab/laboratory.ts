import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { runGo } from '../support/go.ts';
import type { Toolchain } from './toolchain.ts';

export const TESTDATA: string = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'testdata');

/** Milliseconds after which a program that tells no facts is ended. */
const RUN_LIMIT = 60_000;

/** What a program did; see testdata/lab/probe. */
export interface Facts {
  readonly go: string;
  readonly finished: boolean;
  readonly requests: number;
  readonly http2: number;
  readonly connections: number;
  readonly mostOpen: number;
  readonly kept: number;
  readonly left: number;
  readonly goroutines: number;
  /** What it logged. */
  readonly log: string;
}

/** How a program is run. */
export interface Setting {
  /** How the server answers, such as `size=300000`; see testdata/lab/probe. */
  readonly answer: string;
  /** Over TLS, with HTTP/2 offered. */
  readonly tls?: boolean;
  /** The program's arguments behind the URL. */
  readonly arguments?: readonly string[];
}

/** Programs that can be run one by one, each in a process of its own. */
export interface Laboratory {
  run(program: string, setting: Setting): Promise<Facts>;
  /** Removes what was built. */
  close(): void;
}

/** The programs of a folder of testdata, or an absolute one: the source of each `main.go` by the name of its directory. */
export function programsIn(folder: string): ReadonlyMap<string, string> {
  const parent = resolve(TESTDATA, folder);
  const directories = readdirSync(parent, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'probe')
    .map(({ name }) => name);
  return new Map(directories.map((name) => [name, readFileSync(join(parent, name, 'main.go'), 'utf8')]));
}

/**
 * Builds programs: all into one binary, since linking takes most of the time. For that each becomes a package with a
 * function Main, and is otherwise compiled as it stands. The go command finds the packages in the module of testdata/lab
 * by an overlay, so that its cache knows them again the next time.
 * @param programs Go source of commands of one file by name
 */
export async function buildLaboratory(
  programs: ReadonlyMap<string, string>,
  toolchain: Toolchain,
): Promise<Laboratory> {
  const folder = mkdtempSync(join(tmpdir(), 'laboratory-'));
  const overlay = new Map<string, string>();
  const write = (name: string, source: string) => {
    const file = join(folder, `${overlay.size}.go`);
    writeFileSync(file, source);
    overlay.set(join(TESTDATA, 'lab', name), file);
  };
  for (const [name, source] of programs) write(join(name, 'main.go'), asPackage(source));
  write('main.go', dispatcher([...programs.keys()]));
  const overlayFile = join(folder, 'overlay.json');
  writeFileSync(overlayFile, JSON.stringify({ Replace: Object.fromEntries(overlay) }));
  const binary = join(folder, process.platform === 'win32' ? 'laboratory.exe' : 'laboratory');
  const build = ['build', '-overlay', overlayFile, '-ldflags=-s -w', '-o', binary, '.'];
  const built = await runGo(build, join(TESTDATA, 'lab'), toolchain.environment);
  if (built.status !== 0) throw new Error(built.stderr);
  return {
    run: (program, setting) => run(binary, program, setting),
    close: () => rmSync(folder, { recursive: true }),
  };
}

function asPackage(source: string): string {
  return source.replace(/^package main$/mu, 'package program').replace(/^func main\(\)/mu, 'func Main()');
}

function dispatcher(names: readonly string[]): string {
  const imports = names.map((name, index) => `\tp${index} "example.com/lab/${name}"\n`).join('');
  const entries = names.map((name, index) => `\t\t"${name}": p${index}.Main,\n`).join('');
  return `package main

import (
\t"example.com/lab/probe"
${imports})

func main() {
\tprobe.Run(map[string]func(){
${entries}\t})
}
`;
}

async function run(binary: string, program: string, setting: Setting): Promise<Facts> {
  const flags = setting.tls === true ? ['-tls'] : [];
  const args = [...flags, program, setting.answer, ...(setting.arguments ?? [])];
  const { stdout, stderr } = await promisify(execFile)(binary, args, { timeout: RUN_LIMIT });
  return { ...(JSON.parse(stdout) as Omit<Facts, 'log'>), log: stderr };
}
