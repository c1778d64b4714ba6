import type { FixSelection } from '../fix/candidate.ts';
import type { ParsedFixOptions } from './fix-options.ts';

/** Which fixes the options ask for. */
export function selectionOf({ unsafeFixes = false, fixOnly }: ParsedFixOptions): FixSelection {
  return { unsafe: unsafeFixes, only: fixOnly.length > 0 ? new Set(fixOnly) : undefined };
}
