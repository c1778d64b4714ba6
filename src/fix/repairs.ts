import type { Fix, Repair, RepairOptions, SourceEdit } from '../edits/fix.ts';
import { editsWithImports } from '../edits/imports.ts';
import { withLineBreaksOf } from '../edits/line-breaks.ts';
import type { Project, SourceFile } from '../project/source-file.ts';
import type { Finding } from '../rules/finding.ts';
import { overlaps } from '../text/edit.ts';
import { type Protection, protectionIn } from './protected.ts';

/** A repair that may be carried out, or why there is none. */
export type CheckedRepair =
  | {
      readonly kind: 'fix';
      readonly fix: Fix;
      /** Those of the fix, and before them those that add its imports, with the line ends of their files. */
      readonly edits: readonly SourceEdit[];
    }
  | { readonly kind: 'refused'; readonly reason: string };

/** The repairs of findings, each worked out once. None touches a file that is not the user's own to edit. */
export class Repairs {
  readonly #options: RepairOptions;
  readonly #protection: Protection;
  readonly #known = new Map<Finding, CheckedRepair | undefined>();

  constructor(options: RepairOptions, project: Pick<Project, 'packages' | 'modules'>) {
    this.#options = options;
    this.#protection = protectionIn(project);
  }

  /** Undefined when the rule repairs nothing. */
  of(finding: Finding): CheckedRepair | undefined {
    if (!this.#known.has(finding)) this.#known.set(finding, this.#workOut(finding));
    return this.#known.get(finding);
  }

  #workOut(finding: Finding): CheckedRepair | undefined {
    if (finding.repair === undefined) return undefined;
    let repair: Repair;
    try {
      repair = finding.repair(this.#options);
      return repair.kind === 'refused' ? repair : this.#check(repair.fix);
    } catch (error) {
      // An error of ours in one fix must cost no other.
      const message = error instanceof Error ? error.message : String(error);
      return refused(`internal error: ${message.replaceAll(/\s+/g, ' ')}`);
    }
  }

  #check(fix: Fix): CheckedRepair {
    if (fix.edits.length === 0) return refused('there is nothing to change');
    for (const file of filesOf(fix)) {
      const protection = this.#protection(file);
      if (protection !== undefined) return refused(protection);
    }
    const edits = editsWithImports(fix);
    if (edits === undefined) return refused('the imports of the file cannot be read');
    const isTangled = fix.edits.some((edit, index) =>
      fix.edits.slice(index + 1).some((other) => other.file === edit.file && overlaps(edit, other)),
    );
    if (isTangled) return refused('internal error: the edits overlap');
    return { kind: 'fix', fix, edits: edits.flatMap((edit) => withLineBreaksOf(edit.file.text, [edit])) };
  }
}

/** The files that a fix changes. */
export function filesOf({ edits, imports }: Fix): ReadonlySet<SourceFile> {
  return new Set([...edits, ...imports].map(({ file }) => file));
}

function refused(reason: string): CheckedRepair {
  return { kind: 'refused', reason };
}
