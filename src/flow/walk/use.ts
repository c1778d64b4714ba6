import type { Call, Span } from '../../ir/ir.ts';
import type { Handle } from '../state/handle.ts';
import type { State } from '../state/state.ts';
import { isDoubtful } from '../state/state.ts';
import type { Ending, Walking } from '../summary/flow.ts';

/** How far a reader goes: to EOF for certain, perhaps not, nobody knows, until it failed, or to a bound of a drain, high or low. */
export type Extent = 'whole' | 'partly' | 'unknown' | 'failed' | 'drained' | 'little';

/**
 * The state after the resource was read through a handle. None when EOF was seen: the connection is free then,
 * closed or not (truth.md R2).
 */
export function readResource(
  handle: Handle,
  state: State,
  extent: Extent,
  walk: Walking,
  span: Span,
): readonly State[] {
  const through = bodyOf(handle, state);
  if (!through) return [state];
  if (through.kind !== 'body') return [reading(state, 'unknown', walk, span)];
  const isMissed = state.cancelled === 'certainly' && !isDrain(walk, extent, span);
  if (isMissed && walk.origin && state.born) walk.putAway.push({ state, span, isRead: true });
  if (extent === 'whole' && state.cancelled === 'certainly') return end(walk, state, span, 'this read fails');
  if (extent === 'whole' && through.limit !== 'end') walk.noteConsumed('read', state);
  if (extent === 'whole') return through.limit === 'end' ? [reading(state, 'partly', walk, span)] : [];
  return [reading(state, extent, walk, span)];
}

/** Who throws the body away does not miss it. */
function isDrain({ graph }: Walking, extent: Extent, { start, end: last }: Span): boolean {
  const isToEnd = extent === 'whole' || extent === 'partly';
  return !isToEnd || graph.file.text.slice(start, last).includes('Discard');
}

/** The states after Close was called on a handle: none when that closes the body, which the walk notes. */
export function closeResource(walk: Walking, handle: Handle, state: State, span: Span): readonly State[] {
  const through = bodyOf(handle, state);
  if (through?.kind !== 'body' || !through.closes) return through?.kind === 'holder' ? [] : [state];
  return end(walk, state, span, closeMessage(state));
}

/**
 * The state after a context of the request was cancelled: the connection is lost, which is an ending of its own unless
 * the response is handed on, to somebody who then cannot read it.
 */
export function cancelRequest(
  walk: Walking,
  state: State,
  { span, mode }: Call,
  cancelled: 'perhaps' | 'certainly',
): State {
  if (state.cancelled !== 'no') return state;
  walk.noteConsumed('closed', state);
  const path = { previous: state.path, file: walk.graph.file, span, message: cancelMessage(mode), depth: 0 };
  return { ...state, cancelled, path };
}

function cancelMessage(mode: Call['mode']): string {
  return mode === 'defer'
    ? 'the request is cancelled here, when the function returns'
    : 'the request is cancelled here';
}

/** The way of a state that ends there. */
export function endingOf({ read, path, ...state }: State): Ending {
  return { read, uncertain: isDoubtful(state), path };
}

/** Notes that the connection is lost, with a last step of the path. */
function end(walk: Walking, state: State, span: Span, message: string): readonly State[] {
  const path = { previous: state.path, file: walk.graph.file, span, message, depth: 0 };
  walk.noteConsumed('closed', state);
  if (state.reusable) walk.endings.push({ ...endingOf(state), path });
  return [];
}

function closeMessage(state: State): string {
  if (state.read === 'none') return 'closed here, unread';
  return state.read === 'partly' ? 'closed here, perhaps before EOF' : 'closed here';
}

/** What is read or closed through a handle: a response stands for its body. */
export function bodyOf(handle: Handle, state: State): Handle | undefined {
  if (handle.kind === 'response') return state.body;
  return handle;
}

const READ_MESSAGES: Record<Exclude<Extent, 'whole'>, string> = {
  partly: 'read here, perhaps not to EOF',
  unknown: 'read here',
  failed: 'read here, perhaps until something failed',
  drained: 'drained here, up to a bound',
  little: 'drained here, up to a low bound',
};

const READINGS: Record<Exclude<Extent, 'whole'>, State['read']> = {
  partly: 'partly',
  unknown: 'unknown',
  failed: 'failed',
  drained: 'failed',
  little: 'partly',
};

function reading(state: State, read: Exclude<Extent, 'whole'>, walk: Walking, span: Span): State {
  // Unknown code may have read all of it: a later partial read does not change that.
  const next = state.read === 'unknown' ? 'unknown' : READINGS[read];
  if (next === state.read) return state;
  const message = next === 'unknown' ? READ_MESSAGES.unknown : READ_MESSAGES[read];
  return {
    ...state,
    read: next,
    path: { previous: state.path, file: walk.graph.file, span, message, depth: 0 },
  };
}
