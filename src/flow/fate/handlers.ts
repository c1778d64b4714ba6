import type { Call, FunctionGraph, Variable } from '../../ir/ir.ts';
import type { Callers } from './callers.ts';
import type { Fact } from '../state/fact.ts';
import type { Fate } from './fate.ts';
import type { PathStep } from '../state/path.ts';
import { extend, stepsOf } from '../state/path.ts';

/** What becomes of the responses of a function that is entered with these facts. */
type FatesWith = (facts: ReadonlyMap<Variable, Fact>) => readonly Fate[];

/** A function that a call gives for a parameter. */
export interface Handler {
  readonly function: FunctionGraph;
  readonly call: Call;
  /** The function in which the call stands. */
  readonly caller: FunctionGraph;
  /** What all calls that give this function give for the parameters. */
  readonly facts: ReadonlyMap<Variable, Fact>;
}

/**
 * The fates in a function that gives responses to functions which its callers give it, with what the functions do that
 * its package gives. What others give says nothing against that.
 */
export function withHandlers(
  callers: Callers,
  fates: readonly Fate[],
  fatesWith: FatesWith,
): readonly Fate[] {
  const parameters = new Set(fates.flatMap(handlersOf));
  if (parameters.size === 0) return fates;
  const handled = [...parameters].flatMap((parameter) =>
    callers.handlers(parameter).flatMap((handler) => {
      const given = fatesWith(handler.facts);
      return given.map((fate) => explained(fate, parameter, handler));
    }),
  );
  return fates.map((fate) =>
    handled.filter((each) => each.birth.call === fate.birth.call).reduce(joined, fate),
  );
}

/** True when a function that the caller gives gets hold of the response: the caller decides whether it is handed on. */
export function isLeftToGiven(fate: Fate): boolean {
  return handlersOf(fate).length > 0;
}

/** The parameters that hold functions which get hold of the response. */
function handlersOf({ escapes }: Fate): Variable[] {
  return escapes.flatMap(({ operation }) => {
    if (operation?.op !== 'call' || operation.callee.kind !== 'value') return [];
    const { function: called } = operation.callee;
    return called.kind === 'parameter' ? [called] : [];
  });
}

/** The fate with paths that begin where the function is given. */
function explained(fate: Fate, { name }: Variable, { call, caller }: Handler): Fate {
  const first: PathStep = {
    previous: undefined,
    file: caller.file,
    span: call.span,
    message: `\`${name}\` is given here, by ${caller.name}`,
    depth: 0,
  };
  const after = (path: PathStep | undefined) => extend(first, stepsOf(path), 0);
  return {
    ...fate,
    endings: fate.endings.map((each) => ({ ...each, path: after(each.path) })),
    leaks: fate.leaks.map((each) => ({ ...each, state: { ...each.state, path: after(each.state.path) } })),
    kept: fate.kept.map((each) => ({ ...each, path: after(each.path) })),
  };
}

/** All that happens to a response, by one fate or another. */
function joined(fate: Fate, other: Fate): Fate {
  return {
    ...fate,
    endings: [...fate.endings, ...other.endings],
    leaks: [...fate.leaks, ...other.leaks],
    neglected: [...fate.neglected, ...other.neglected],
    cared: new Set([...fate.cared, ...other.cared]),
    kept: [...fate.kept, ...other.kept],
    consumptions: [...fate.consumptions, ...other.consumptions],
    losses: [...fate.losses, ...other.losses],
  };
}
