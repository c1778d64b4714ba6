import type { ResolvedCallee } from '../ir/callee.ts';
import type { Fact } from './fact.ts';
import { NOT_NIL } from './fact.ts';
import type { Flow } from './flow.ts';

/** What is known of the first result of any call of a function: errors.New never gives nil. */
export function resultFact(flow: Flow, callee: ResolvedCallee): Fact | undefined {
  if (callee.kind !== 'declared' || !callee.declaration.package.isModel) return undefined;
  const certain = flow
    .effectsOf(callee.declaration)
    .some((effect) => effect.verb === 'returns non-nil' && !effect.condition);
  return certain ? NOT_NIL : undefined;
}
