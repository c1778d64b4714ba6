import { readFileSync } from 'node:fs';

/** What a reviewer found at a line that holds a call yielding a response. */
export interface SiteLabel {
  /** Relative to the module's root. */
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  readonly function: string;
  /** R1: some path closes the body before its end. R2: some path never closes it. */
  readonly verdict: 'R1' | 'R2' | 'ok';
  readonly sub: string;
  readonly why: string;
  /** Why this site counts neither way. */
  readonly moot?: string;
}

/** What a reviewer found at a place that makes an http.Transport. */
export interface TransportLabel {
  readonly file: string;
  readonly line: number;
  readonly function: string;
  readonly verdict: 'per-call' | 'kept' | 'bounded' | 'one-shot';
  readonly why: string;
  readonly moot?: string;
}

/** One labelled version of a module. */
export interface LabelledModule {
  readonly module: string;
  readonly version: string;
  /** Every site of the module is labelled. */
  readonly complete: boolean;
  /** The folders in which every site is labelled, when the module is not complete; `.` is the root itself. */
  readonly scope?: readonly string[];
  readonly labels: readonly SiteLabel[];
  readonly transports?: readonly TransportLabel[];
}

/** Reads a file of labels. Throws when it cannot be read or has another shape. */
export function readLabels(path: string): readonly LabelledModule[] {
  const content = JSON.parse(readFileSync(path, 'utf8')) as { modules?: unknown };
  if (!Array.isArray(content.modules)) throw new Error(`${path}: want an object with an array "modules"`);
  return content.modules as LabelledModule[];
}

/** Whether findings in a file count: its folder itself, not a parent of it, must be in the scope. */
export function inScope(module: LabelledModule, file: string): boolean {
  if (module.complete || module.scope === undefined) return true;
  const folder = file.includes('/') ? file.slice(0, file.lastIndexOf('/')) : '.';
  return module.scope.includes(folder);
}
