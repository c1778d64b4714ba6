import { bodyNotClosed } from './body-not-closed/rule.ts';
import { bodyNotDrained } from './body-not-drained/rule.ts';
import { bodyPartlyRead } from './body-partly-read/rule.ts';
import type { Rule } from './rule.ts';

/** Every rule, in the order in which they are listed. */
export const RULES: readonly Rule[] = [bodyNotClosed, bodyNotDrained, bodyPartlyRead];
