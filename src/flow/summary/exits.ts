import type { Exit } from './flow.ts';
import { isOwning, leadsToBody } from '../state/handle.ts';

/** True when some result of an exit, or a variable around a literal, leads to the resource. */
export function isHandedOn(exit: Exit): boolean {
  for (const handle of exit.state.handles.values()) if (isOwning(handle)) return true;
  return false;
}

/** True when the body can be read through what an exit hands on. */
export function isReadable(exit: Exit): boolean {
  for (const handle of exit.state.handles.values()) if (leadsToBody(handle)) return true;
  return false;
}
