import type { Block, Operation } from '../../ir/ir.ts';
import { isShared } from '../state/shared-variables.ts';
import { branch } from '../value/branch.ts';
import type { State } from '../state/state.ts';
import type { Walking } from '../summary/flow.ts';
import { transfer } from './transfer.ts';
import { trialOf } from './trial.ts';

/** A test that has not failed after this many blocks is not looked at further. */
const BLOCKS = 12;

interface Place {
  readonly block: Block;
  readonly operations: readonly Operation[];
  readonly state: State;
}

/**
 * True when the test fails in any case after an operation that closed the response: there was one where an error is wanted,
 * and whoever closes it then is only tidy.
 */
export function failsLater(walk: Walking, block: Block, operation: Operation, before: State): boolean {
  const trial = trialOf(walk);
  // Hooks and handlers change such variables while the request is under way.
  const facts = new Map([...before.facts].filter(([variable]) => !isShared(variable)));
  const closed: State = { ...before, facts, handles: new Map(), deferred: undefined };
  const rest = block.operations.slice(block.operations.indexOf(operation) + 1);
  const work: Place[] = [{ block, operations: rest, state: closed }];
  let blocks = 0;
  for (let next = work.pop(); next; next = work.pop()) {
    if (++blocks > BLOCKS) return false;
    const { operations, state } = next;
    // Another iteration obtains another one.
    if (operations.some((each) => each === walk.origin?.call)) return false;
    const states = operations.reduce<readonly State[]>(
      (all, each) => all.flatMap((one) => transfer(trial, each, one)),
      [state],
    );
    for (const each of states) {
      const ways = waysFrom(trial, next.block, each);
      if (!ways) return false;
      work.push(...ways);
    }
  }
  return true;
}

/** Where control may go on from a block; undefined when the function may return there. */
function waysFrom(walk: Walking, { terminator }: Block, state: State): readonly Place[] | undefined {
  const place = (block: Block, next = state): Place => ({ block, operations: block.operations, state: next });
  switch (terminator.kind) {
    case 'jump':
      return [place(terminator.to)];
    case 'branch':
      return branch(walk, terminator, state).map(({ to, next }) => place(to, next));
    case 'stop':
      return [];
    default:
      return undefined;
  }
}
