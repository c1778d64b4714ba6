import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { onTestFinished } from 'vitest';
import { type LoadOptions, loadProject } from '../../src/project/load.ts';
import type { Project, SourcePackage } from '../../src/project/source-file.ts';

/** The directory of a layout under testdata/projects. */
export function layout(name: string): string {
  return resolve(import.meta.dirname, '../../testdata/projects', name);
}

/** A directory of its own for the running test, holding the given files. */
export function temporaryDirectory(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const directory = realpathSync(mkdtempSync(join(tmpdir(), 'project-')));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    const path = join(directory, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
  return directory;
}

/** Loads with every default but the given options. */
export function load(
  workingDirectory: string,
  patterns: readonly string[] = [],
  options: Partial<LoadOptions> = {},
): Project {
  return loadProject({ workingDirectory, patterns, tests: true, tags: [], ...options });
}

/** The packages' import paths. */
export function paths(project: Project): string[] {
  return project.packages.map(({ path }) => path);
}

/** The printed paths of the files of packages, in their order. */
export function fileNames(packages: readonly SourcePackage[]): string[] {
  return packages.flatMap(({ files }) => files.map(({ displayPath }) => displayPath));
}

/** The problems as `severity: message`. */
export function problemLines(project: Project): string[] {
  return project.problems.map(({ severity, message }) => `${severity}: ${message}`);
}
