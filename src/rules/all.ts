import { bodyNotClosed } from './body-not-closed/rule.ts';
import { bodyNotDrained } from './body-not-drained/rule.ts';
import { bodyPartlyRead } from './body-partly-read/rule.ts';
import { connectionsUnbounded } from './connections-unbounded/rule.ts';
import { idlePoolTooSmall } from './idle-pool-too-small/rule.ts';
import type { Rule } from './rule.ts';
import { transportPerCall } from './transport-per-call/rule.ts';

/** Every rule, in the order in which they are listed. */
export const RULES: readonly Rule[] = [
  bodyNotClosed,
  bodyNotDrained,
  bodyPartlyRead,
  transportPerCall,
  idlePoolTooSmall,
  connectionsUnbounded,
];
