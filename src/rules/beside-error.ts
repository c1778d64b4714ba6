import type { Fate } from '../flow/fate/fate.ts';
import type { Call } from '../ir/ir.ts';
import type { Subject } from './rule.ts';

/** The calls that obtain a response of which some function takes care that gets it beside an error. */
export function caredIn(subject: Subject): ReadonlySet<Call> {
  return careFor(subject).cared;
}

/** A caller that does not look at what a function gives it beside an error; undefined when some caller does. */
export function neglectOf(subject: Subject, { birth: { call, graph } }: Fate): Fate | undefined {
  const { cared, neglects } = careFor(subject);
  const caller = cared.has(call) ? undefined : neglects.get(call);
  return caller?.birth.graph.file.isTest && !graph.file.isTest ? undefined : caller;
}

/** What becomes of responses that come beside an error, by the calls that obtained these. */
interface Care {
  /** Taken care of by some function outside of tests. */
  readonly cared: ReadonlySet<Call>;
  /** What becomes of one in a function that gets it and ends with it open: best one outside of tests. */
  readonly neglects: ReadonlyMap<Call, Fate>;
}

const known = new WeakMap<readonly Fate[], Care>();

function careFor({ fates }: Subject): Care {
  let care = known.get(fates);
  if (!care) {
    const tests = fates.filter(({ birth }) => birth.graph.file.isTest);
    const others = fates.filter(({ birth }) => !birth.graph.file.isTest);
    const cared = new Set(others.flatMap((fate) => [...fate.cared]));
    const neglects = new Map([...tests, ...others].flatMap(neglectedIn));
    known.set(fates, (care = { cared, neglects }));
  }
  return care;
}

function neglectedIn(fate: Fate): [Call, Fate][] {
  return fate.neglected.flatMap(({ state: { beside, uncertain } }): [Call, Fate][] =>
    beside && !uncertain ? [[beside, fate]] : [],
  );
}
