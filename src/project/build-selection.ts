import { type Constraint, satisfiable, satisfies } from './build-constraint.ts';
import {
  ARCHITECTURES,
  hostArchitecture,
  hostOperatingSystem,
  IMPLIED_SYSTEMS,
  OPERATING_SYSTEMS,
  UNIX_SYSTEMS,
} from './platform.ts';

/** Which files of a directory belong to the build that is audited. */
export interface BuildSelection {
  /** By the file name alone, without its directory. */
  wantsName(name: string): boolean;
  /** By the constraint in the file's header; undefined when it has none. */
  wantsConstraint(constraint: Constraint | undefined): boolean;
}

/** What narrows a build: tags that are set, and the platform; the host's where only something else is given. */
export interface BuildOptions {
  readonly tags: readonly string[];
  readonly goos?: string | undefined;
  readonly goarch?: string | undefined;
}

/**
 * Without options every platform's and every tag's files belong, but those that no build takes (`ignore`). With any
 * option: the files of that one build, as the go command chooses them (`go help buildconstraint`), with cgo and the
 * gc compiler, and with every `go1.N` tag set, since the release that will build the code is not known.
 */
export function buildSelection(options: BuildOptions): BuildSelection {
  if (options.tags.length === 0 && !options.goos && !options.goarch) {
    return {
      wantsName: () => true,
      wantsConstraint: (constraint) => constraint === undefined || satisfiable(constraint),
    };
  }
  const hasTag = tagTest(options);
  return {
    wantsName: (name) => platformTags(name).every(hasTag),
    wantsConstraint: (constraint) => constraint === undefined || satisfies(constraint, hasTag),
  };
}

function tagTest({ tags, goos, goarch }: BuildOptions): (tag: string) => boolean {
  const system = goos || hostOperatingSystem();
  const set = new Set([...tags, system, goarch || hostArchitecture(), 'cgo', 'gc']);
  const implied = IMPLIED_SYSTEMS.get(system);
  if (implied !== undefined) set.add(implied);
  if (UNIX_SYSTEMS.has(system)) set.add('unix');
  return (tag) => set.has(tag) || /^go1\.\d+$/.test(tag);
}

/** The platforms that a file name asks for by its `_GOOS`, `_GOARCH` or `_GOOS_GOARCH` suffix. */
export function platformTags(name: string): readonly string[] {
  const [stem = ''] = name.split('.', 1);
  // What stands before the first underscore is never a suffix: linux.go is built everywhere.
  const elements = stem.split('_').slice(1);
  if (elements.at(-1) === 'test') elements.pop();
  const last = elements.at(-1) ?? '';
  const beforeLast = elements.at(-2) ?? '';
  if (ARCHITECTURES.has(last)) return OPERATING_SYSTEMS.has(beforeLast) ? [beforeLast, last] : [last];
  return OPERATING_SYSTEMS.has(last) ? [last] : [];
}
