import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

/** The built executable, run as a user does. */
export const EXECUTABLE = resolve('bin/go-pool-audit.js');

export interface Result {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the tool in a directory. The environment holds PATH and what is given, so that no colour variable leaks in. */
export function run(
  directory: string,
  commandLine: readonly string[],
  environment: NodeJS.ProcessEnv = {},
): Result {
  const { status, stdout, stderr } = spawnSync(process.execPath, [EXECUTABLE, ...commandLine], {
    cwd: directory,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], ...environment },
    maxBuffer: 1 << 28,
  });
  return { status, stdout, stderr };
}

/** A fresh directory with these files, named relative to it; parents are made. */
export function directoryWith(files: Readonly<Record<string, string | Buffer>>): string {
  const directory = mkdtempSync(join(tmpdir(), 'go-pool-audit-'));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(directory, name)), { recursive: true });
    writeFileSync(join(directory, name), content);
  }
  return directory;
}

export const GO_MOD = 'module example.com/m\n\ngo 1.24\n';

/** A program that never closes the body it obtains. */
export const LEAKING_PROGRAM = `package main

import (
	"fmt"
	"net/http"
)

func main() {
	resp, err := http.Get("http://localhost/")
	if err != nil {
		panic(err)
	}
	fmt.Println(resp.Status)
}
`;

export const CLEAN_PROGRAM = 'package main\n\nfunc main() {}\n';
