import { bodyCancelled } from './body-cancelled/rule.ts';
import { bodyNotClosed } from './body-not-closed/rule.ts';
import { bodyNotDrained } from './body-not-drained/rule.ts';
import { bodyPartlyRead } from './body-partly-read/rule.ts';
import { connectionsExhausted } from './connections-exhausted/rule.ts';
import { connectionsUnbounded } from './connections-unbounded/rule.ts';
import { deferredCloseInLoop } from './deferred-close-in-loop/rule.ts';
import { http2SwitchedOff } from './http2-switched-off/rule.ts';
import { idlePoolTooSmall } from './idle-pool-too-small/rule.ts';
import type { Rule } from './rule.ts';
import { sharedPoolEmptied } from './shared-pool-emptied/rule.ts';
import { tcpKeepaliveMisused } from './tcp-keepalive-misused/rule.ts';
import { transportCopied } from './transport-copied/rule.ts';
import { transportPerCall } from './transport-per-call/rule.ts';

/** Every rule, in the order in which they are listed. */
export const RULES: readonly Rule[] = [
  bodyNotClosed,
  bodyNotDrained,
  bodyPartlyRead,
  bodyCancelled,
  deferredCloseInLoop,
  transportPerCall,
  transportCopied,
  idlePoolTooSmall,
  connectionsUnbounded,
  connectionsExhausted,
  sharedPoolEmptied,
  tcpKeepaliveMisused,
  http2SwitchedOff,
];
