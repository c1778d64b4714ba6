import { resolve } from 'node:path';
import { type Level, LEVELS } from '../rules/finding.ts';
import type { ColorMode } from './color.ts';
import { UsageError } from './errors.ts';
import { checkFixOptions, type ParsedFixOptions } from './fix-options.ts';

/** The values of `--format` and of the left side of `--output`. */
export const FORMATS = ['text', 'json', 'sarif'] as const;
export type Format = (typeof FORMATS)[number];

/** The values of `--fail-on`: the least severe level that makes the exit code 1. */
export const FAIL_LEVELS = [...LEVELS, 'never'] as const;
export type FailLevel = (typeof FAIL_LEVELS)[number];

/** A report that goes to a file. */
export interface FileOutput {
  readonly format: Format;
  /** As given, until `auditOptions` has made it absolute. */
  readonly path: string;
}

/** The options as the command line parser hands them over. */
export interface ParsedOptions extends ParsedFixOptions {
  readonly C: string | undefined;
  readonly tests: boolean;
  readonly dependencies: boolean;
  readonly tags: readonly string[];
  readonly goos: string | undefined;
  readonly goarch: string | undefined;
  /** Files, as given until `auditOptions` has made them absolute. */
  readonly model: readonly string[];
  readonly go: readonly [number, number] | undefined;
  readonly format: Format;
  readonly output: readonly FileOutput[];
  readonly failOn: FailLevel;
  readonly color: ColorMode;
  readonly sarifCategory: string | undefined;
}

/** A run of the audit, checked and complete. */
export interface AuditOptions extends Omit<ParsedOptions, 'C'> {
  /** Absolute. */
  readonly workingDirectory: string;
  readonly patterns: readonly string[];
}

/** Settles defaults and paths. Files given to `--output` and `--model` are relative to `-C`, as with `go -C DIR build -o FILE`. */
export function auditOptions(
  patterns: readonly string[],
  options: ParsedOptions,
  currentDirectory: string,
): AuditOptions {
  const { C: directory, ...rest } = options;
  checkFixOptions(options, options.format);
  const workingDirectory = directory === undefined ? currentDirectory : resolve(currentDirectory, directory);
  const output = options.output.map(({ format, path }) => ({
    format,
    path: resolve(workingDirectory, path),
  }));
  const model = options.model.map((path) => resolve(workingDirectory, path));
  const repeated = output.find(
    ({ path }, index) => output.findIndex((other) => other.path === path) !== index,
  );
  if (repeated !== undefined) throw new UsageError(`--output names ${repeated.path} more than once`);
  return { ...rest, output, model, workingDirectory, patterns: patterns.length === 0 ? ['./...'] : patterns };
}

/** Reads one `--output FORMAT=FILE` and adds it to those before it. */
export function addOutput(value: string, previous: readonly FileOutput[]): FileOutput[] {
  const separator = value.indexOf('=');
  const format = FORMATS.find((name) => name === value.slice(0, separator));
  const path = value.slice(separator + 1);
  if (separator < 0 || format === undefined || path === '') {
    throw new UsageError(
      `--output ${value}: want FORMAT=FILE with one of the formats ${FORMATS.join(', ')}, for instance sarif=pool.sarif`,
    );
  }
  return [...previous, { format, path }];
}

/** Adds the file of one `--model FILE` to those before it. */
export function addModel(value: string, previous: readonly string[]): string[] {
  if (value === '') throw new UsageError('--model: want the path of a Go file');
  return [...previous, value];
}

/** Reads one `--tags a,b` and adds its tags to those before it. */
export function addTags(value: string, previous: readonly string[]): string[] {
  return [...previous, ...value.split(/[\s,]+/).filter((tag) => tag !== '')];
}

/** Reads a Go version: `1.26`, `1.26.3`, `1.27rc1`, each also with `go` before it. Only major and minor count. */
export function readGoVersion(value: string): readonly [number, number] {
  const match = /^(?:go)?(\d{1,4})\.(\d{1,4})(?:\.\d+|rc\d+|beta\d+)?$/.exec(value);
  if (match === null) throw new UsageError(`--go ${value}: want a Go version, for instance 1.26`);
  return [Number(match[1]), Number(match[2])];
}

/** Whether a finding of this level makes the run fail. */
export function fails(level: Level, failOn: FailLevel): boolean {
  return failOn !== 'never' && LEVELS.indexOf(level) <= LEVELS.indexOf(failOn);
}
