import type { RepairOptions } from '../edits/fix.ts';
import { LEAST_DRAIN } from '../flow/walk/drain.ts';
import { UsageError } from './errors.ts';

/** The options about fixes, as the command line parser hands them over. */
export interface ParsedFixOptions {
  readonly fix?: boolean | undefined;
  readonly diff?: boolean | undefined;
  readonly unsafeFixes?: boolean | undefined;
  /** Ids of rules; none for all. */
  readonly fixOnly: readonly string[];
  /** Bytes; undefined for no limit. */
  readonly drainLimit?: number | undefined;
}

/** What repairs have to know of the options. */
export function repairOptions({ drainLimit, unsafeFixes }: ParsedFixOptions): RepairOptions {
  return { drainLimit, unsafe: unsafeFixes };
}

const UNITS: Readonly<Record<string, number>> = { b: 1, kib: 2 ** 10, mib: 2 ** 20, gib: 2 ** 30 };

/** Reads a number of bytes: `65536`, `256KiB`, `1MiB`. */
export function readDrainLimit(value: string): number {
  const match = /^(\d+) *([KMG]iB|B)?$/i.exec(value);
  const bytes = match ? Number(match[1]) * (UNITS[(match[2] ?? 'B').toLowerCase()] ?? 1) : 0;
  if (bytes < 1 || !Number.isSafeInteger(bytes)) {
    throw new UsageError(
      `--drain-limit ${value}: want a number of bytes, for instance 65536, 256KiB or 1MiB`,
    );
  }
  if (bytes < LEAST_DRAIN) {
    throw new UsageError(
      `--drain-limit ${value}: want ${LEAST_DRAIN / 2 ** 10}KiB or more: body-partly-read is told of drains that end before`,
    );
  }
  return bytes;
}

/** Adds the rule of one `--fix-only RULE` to those before it. */
export function addFixOnly(value: string, previous: readonly string[]): string[] {
  return [...previous, value];
}

/** Throws a UsageError when the options contradict each other. */
export function checkFixOptions(
  { fix = false, diff = false, fixOnly }: ParsedFixOptions,
  format: string,
): void {
  if (fix && diff) throw new UsageError('--fix changes files and --diff does not: give one of them');
  if (fixOnly.length > 0 && !fix && !diff) throw new UsageError('--fix-only needs --fix or --diff');
  if (diff && format !== 'text') {
    throw new UsageError(`--diff prints a patch, not ${format}: use --output ${format}=FILE`);
  }
}
