import type { Variable } from '../ir/ir.ts';
import type { Pool } from './pool.ts';

/** A pool that is found in another function: the variables there say nothing here. */
export function elsewhere(pool: Pool | undefined): Pool | undefined {
  return pool && { ...pool, through: [] };
}

/** A pool that is reached through one more value. */
export function through(value: Variable, pool: Pool | undefined): Pool | undefined {
  return pool && { ...pool, through: [...pool.through, value] };
}

/** The pool that all are; undefined when they differ or one is not known. */
export function agreed(pools: readonly (Pool | undefined)[]): Pool | undefined {
  const [first] = pools;
  return first && pools.every((pool) => pool && keyOf(pool) === keyOf(first)) ? first : undefined;
}

function keyOf({ settings, made }: Pool): string {
  return JSON.stringify([made?.step.span ?? null, [...settings]]);
}
