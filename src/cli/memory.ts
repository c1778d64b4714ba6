import { getHeapStatistics } from 'node:v8';
import { UsageError } from './errors.ts';

/** Node ends the process with a dump of its own once its heap is full: that is told before, in our words. */
const FULL = 0.9;
/** What V8 counts as a part of its limit, but keeps for the nursery. */
const NURSERY = 48 * 2 ** 20;
/** To ask costs some microseconds: it is done once in so many functions. */
const INTERVAL = 64;

/** Throws an error that says what to do when an audit, having followed so many functions, has filled the heap of Node. */
export function checkMemory(followed: number): void {
  if (followed % INTERVAL !== 0) return;
  const { used_heap_size: used, heap_size_limit: limit } = getHeapStatistics();
  if (used < (limit - NURSERY) * FULL) return;
  const mebibytes = Math.round((limit - NURSERY) / 2 ** 20);
  throw new UsageError(
    `the memory that Node may use, ${mebibytes} MiB, is full after ${followed} functions: ` +
      `audit fewer packages at a time, or set NODE_OPTIONS=--max-old-space-size=${2 * mebibytes}`,
  );
}
