import { mayBeRead } from '../callgraph/readers.ts';
import { repetitionOf } from '../callgraph/repetition.ts';
import type { Ending, Exit, Kept } from '../flow/summary/flow.ts';
import type { Fate } from '../flow/fate/fate.ts';
import type { PathStep } from '../flow/state/path.ts';
import { stepsOf } from '../flow/state/path.ts';
import { blockOf } from '../ir/blocks.ts';
import type { FunctionGraph, Span } from '../ir/ir.ts';
import type { Finding, Level, TraceStep } from './finding.ts';
import { caredIn, neglectOf } from './beside-error.ts';
import { placeIn, traceStep } from './place.ts';
import type { Subject } from './rule.ts';

/** The worst that happens to a response's body on some path; undefined when nothing is to be said. */
export type Verdict =
  | { readonly kind: 'cancelled'; readonly exit: Exit }
  | { readonly kind: 'not closed'; readonly exit: Exit }
  | { readonly kind: 'kept open'; readonly kept: Kept }
  | { readonly kind: 'not drained'; readonly ending: Ending }
  | { readonly kind: 'partly read'; readonly ending: Ending };

const known = new WeakMap<Fate, { readonly verdict: Verdict | undefined }>();

/** The verdict on a fate: one for each response, so that each has one finding. */
export function verdictOf(subject: Subject, fate: Fate): Verdict | undefined {
  let found = known.get(fate);
  if (!found) known.set(fate, (found = { verdict: judge(subject, fate) }));
  return found.verdict;
}

/**
 * Judges by the rules of truth.md: R11 (cancelled), R1 (leaks), R9 (open until a loop's function returns), R4 (closed
 * unread), R5 (perhaps not read to EOF).
 */
function judge(subject: Subject, fate: Fate): Verdict | undefined {
  const cancelled = fate.cancelled.filter(isLeftUnread);
  const unreadable = cancelled.find((each) => mayBeRead(subject.flow, fate, each));
  if (unreadable) return { kind: 'cancelled', exit: unreadable };
  // What unknown code has read may have been all of it: then nothing is left to close.
  const exit = leakOf(subject, fate);
  if (exit) return { kind: 'not closed', exit };
  const kept = keptOpen(subject, fate);
  if (kept) return { kind: 'kept open', kept };
  // What is cancelled and not read by whoever gets it is lost as if it were closed.
  const endings = [...fate.endings, ...cancelled.map(({ state }) => state)];
  const unread = endings.find(({ read, uncertain }) => read === 'none' && !uncertain);
  if (unread) return { kind: 'not drained', ending: unread };
  const partly = endings.find(({ read, uncertain }) => read === 'partly' && !uncertain);
  return partly && { kind: 'partly read', ending: partly };
}

/** A way on which the body is left open: also one beside an error, where a caller does not look at what comes with it. */
function leakOf(subject: Subject, fate: Fate): Exit | undefined {
  const cared = caredIn(subject);
  const isOwn = (exit: Exit) => !fate.beside.includes(exit) || neglectOf(subject, fate) !== undefined;
  const isTold = ({ state: { beside } }: Exit) => beside !== undefined && cared.has(beside);
  const exits = [...fate.leaks.filter(isOwn), ...fate.neglected.filter(isTold)];
  return exits.find(({ state }) => state.read !== 'unknown' && !state.uncertain);
}

function isLeftUnread({ state: { read, uncertain } }: Exit): boolean {
  return !uncertain && (read === 'none' || read === 'partly');
}

/** What a loop that goes round more than a few times keeps open: best what was not read at all. */
function keptOpen({ flow }: Subject, { kept, birth: { within, origin } }: Fate): Kept | undefined {
  const found = kept.find(({ read }) => read === 'none') ?? kept.find(({ read }) => read === 'partly');
  const block = found && blockOf(within, origin.call);
  return block && repetitionOf(flow).frequencies.inLoop(within, block) ? found : undefined;
}

/** The fates with this verdict. */
export function* fatesWith<K extends Verdict['kind']>(
  subject: Subject,
  kind: K,
): Iterable<{ fate: Fate; verdict: Extract<Verdict, { kind: K }> }> {
  for (const fate of subject.fates) {
    const verdict = verdictOf(subject, fate);
    if (verdict?.kind === kind) yield { fate, verdict: verdict as Extract<Verdict, { kind: K }> };
  }
}

/** What a body finding is made of besides its rule. */
export interface BodyFinding {
  readonly rule: string;
  readonly level: Level;
  readonly confidence: Finding['confidence'];
  readonly message: string;
  readonly path: PathStep | undefined;
  readonly repair?: Finding['repair'];
  /** The last step, when the path itself does not tell where it ends. */
  readonly end?: { readonly span: Span; readonly message: string };
  /** What a caller then does. */
  readonly afterwards?: TraceStep | undefined;
}

/**
 * The finding at the call that obtained the response, with the path from there. A client whose source is not there may
 * have read the body already, whatever its methods look like: what is said of its responses is no error.
 */
export function bodyFinding(subject: Subject, fate: Fate, described: BodyFinding): Finding {
  const { rule, message, path, end, afterwards, repair } = described;
  const { call, graph, within } = fate.birth;
  const isInSight = subject.flow.typing.callee(call).kind !== 'unknown';
  const level = isInSight || described.level !== 'error' ? described.level : 'warning';
  const confidence = isInSight ? described.confidence : 'medium';
  const obtained = isInSight ? 'obtained here' : 'obtained here, over a client whose source is not at hand';
  const first: TraceStep = { location: placeIn(graph, call.span), message: obtained, depth: 0 };
  const steps = stepsOf(path).map(traceStep);
  const last = end ? [{ location: placeIn(within, end.span), message: end.message, depth: 0 }] : [];
  const trace = [first, ...steps, ...last, ...(afterwards ? [afterwards] : [])];
  return { rule, level, confidence, location: first.location, message, trace, repair };
}

/** The name of what the call was assigned to, and the call itself, as the source has them. */
export function describe(fate: Fate): string {
  const { call, graph, target } = fate.birth;
  const callee = calleeText(graph, call.span);
  return target?.name ? `${target.name} from ${callee}` : `The response of ${callee}`;
}

/** What is called, as written: the names before the arguments of the call. */
function calleeText(graph: FunctionGraph, span: Span): string {
  const text = graph.file.text.slice(span.start, span.end);
  let depth = 0;
  let open = text.length - 1;
  for (; open > 0; open--) {
    if (text[open] === ')') depth++;
    else if (text[open] === '(' && --depth === 0) break;
  }
  const name = /[\p{L}\p{Nd}_.]+$/u.exec(text.slice(0, open).replaceAll(/\s+/g, ''))?.[0];
  return name?.replace(/^\./, '') || 'this call';
}
