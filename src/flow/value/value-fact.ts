import type { Operation } from '../../ir/ir.ts';
import { isErrorType } from '../../resolve/universe.ts';
import type { Fact } from '../state/fact.ts';
import { FALSE, NOT_NIL, TRUE, isSentinel } from '../state/fact.ts';
import type { Walking } from '../summary/flow.ts';
import type { State } from '../state/state.ts';

/** What is known of a package variable: that errors to compare with are not nil. */
export function globalFact(
  { flow: { typing } }: Walking,
  operation: Operation & { op: 'global' },
): Fact | undefined {
  if (isSentinel(operation.name)) return NOT_NIL;
  const isModelled = typing.program.package(operation.package)?.isModel === true;
  return isModelled && isErrorType(typing.typeOf(operation.target)) ? NOT_NIL : undefined;
}

/** Whether two values are equal, or are not, of which one is nil. */
export function equalityFact(
  state: State,
  { operator, operands }: Operation & { op: 'combine' },
): Fact | undefined {
  if (operator !== '==' && operator !== '!=') return undefined;
  const [left, right] = operands.map((each) => NILNESS.get(state.facts.get(each)?.kind));
  if (left === undefined || right === undefined || !(left || right)) return undefined;
  return (left === right) === (operator === '==') ? TRUE : FALSE;
}

const NILNESS: ReadonlyMap<Fact['kind'] | undefined, boolean> = new Map([
  ['nil', true],
  ['not nil', false],
]);
