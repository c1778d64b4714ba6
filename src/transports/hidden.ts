import type { Placed } from '../callgraph/graph-walk.ts';
import { namesOfValue } from '../callgraph/graph-walk.ts';
import { isNamed } from '../flow/request/http.ts';
import type { Call, Variable } from '../ir/ir.ts';
import { sourceOf } from '../ir/source.ts';
import type { Typing } from '../ir/typing.ts';
import { isErrorType } from '../resolve/universe.ts';
import type { Follower } from './follow.ts';
import { OPAQUE, RESULT } from './shape.ts';

/** How methods are called that end the life of what they belong to. */
const CLOSING = /^(?:Close|Shutdown|Stop|Disconnect|Quit|Release|Destroy|Dispose|Terminate|Cleanup|Logout)/;

/** Chains of setters are followed this far back. */
const CHAIN = 8;

/** How methods are called that only prepare what they belong to. */
const SETTING = /^(?:Set|With|Add|Use|Enable|Disable|Register|Configure)/;

/** How methods are called that put what they belong to into what they are given: a handler into a router. */
const INSTALLING = /^(?:Install|Mount|Attach|Join)(?![a-z])/;

/** How functions are called that send a request and come back with the answer. */
const ASKING =
  /^(?:Fetch|Get|Post|Put|Delete|Do|Send|Download|Upload|Pull|Push|Query|Request|Scrape|Probe|Ping|Publish|Submit|Call|Invoke)(?![a-z])/;

/** How functions are called that set up what goes on when they are done, or what goes on until they are. */
const BEGINNING =
  /^(?:Set|With|Add|Use|Enable|Disable|Register|Configure|Install|Mount|Attach|Join|New|Make|Init|Start|Run|Serve|Listen|Watch|Subscribe|Bind|Inject|Store|Save|Put)/;

/** Packages for tests, where assumptions are worth nothing. */
const FOR_TESTS = /(?:^|\/)(?:e2e|tests?|testing|testutils?)(?:\/|$)/;

/**
 * A call of code that is not at hand, which is given the transport or what leads there. What such a function gives back
 * is taken to hold it, and its methods to send requests; what has no result may keep it anywhere, unless its name says
 * that it only asks for something.
 */
export function followHidden(follower: Follower, placed: Placed<Call>): void {
  const call = placed.operation;
  const { callee } = call;
  const { typing } = follower.flow;
  if (FOR_TESTS.test(placed.graph.package.path)) return follower.keepAt(placed);
  follower.isHidden = true;
  if (callee.kind === 'method' && follower.carried.has(callee.receiver))
    return followMethod(follower, placed, callee.name);
  if (call.mode !== 'call') return follower.keepAt(placed);
  if (callee.kind === 'method') return followGiven(follower, placed, callee.receiver, callee.name);
  if (callee.kind !== 'static') return follower.keepAt(placed);
  const isTaken = takeResults(follower, call);
  const isTimed = call.arguments.some((each) => isNamed(typing.typeOf(each), 'context', 'Context'));
  // Who sends a request and gives nothing but an error has nothing to keep the transport for.
  const isRequest = ASKING.test(callee.name) || (isTimed && !BEGINNING.test(callee.name));
  // What is given a function may run it many times, or later.
  const asks = isRequest && call.arguments.every((each) => follower.carried.get(each)?.kind !== 'closure');
  if (!isTaken && !asks) return follower.keepAt(placed);
  if (!isTaken || isTimed) follower.assume(call, placed);
}

/** A method of what holds the transport. */
function followMethod(follower: Follower, placed: Placed<Call>, name: string): void {
  const call = placed.operation;
  if (CLOSING.test(name))
    return follower.close(placed, call.mode === 'defer' || placed.graph !== follower.root);
  // What goes on in the background may keep it.
  if (call.mode !== 'call' || (INSTALLING.test(name) && call.arguments.length > 0))
    return follower.keepAt(placed);
  if (!SETTING.test(name)) follower.assume(call, placed);
  takeResults(follower, call, SETTING.test(name) ? OPAQUE : RESULT);
}

/** A method of something else is given it: the options of a client that is about to be made get it by a setter. */
function followGiven(follower: Follower, placed: Placed<Call>, receiver: Variable, name: string): void {
  const made = sourceOf(receiver).definitions;
  const isNew = made.length > 0 && made.every((each) => isMadeHere(follower, each));
  if (!isNew || !SETTING.test(name)) return follower.keepAt(placed);
  follower.add(sourceOf(receiver), OPAQUE);
  follower.add(receiver, OPAQUE);
  takeResults(follower, placed.operation);
}

function isMadeHere(follower: Follower, definition: Variable['definitions'][number], depth = 0): boolean {
  const { typing } = follower.flow;
  if (definition.op === 'composite' || definition.op === 'zero') return true;
  if (definition.op !== 'call' || isHiddenMaker(typing, definition)) return definition.op === 'call';
  // One setter of a chain gives what the next one changes.
  const { callee } = definition;
  if (callee.kind !== 'method' || !SETTING.test(callee.name) || depth > CHAIN) return false;
  const made = sourceOf(callee.receiver).definitions;
  return (
    typing.callee(definition).kind === 'unknown' &&
    made.every((each) => isMadeHere(follower, each, depth + 1))
  );
}

/** True for a function that is not at hand: who sets something in what it gives would hardly do so to what others use. */
export function isHiddenMaker(typing: Typing, call: Call): boolean {
  return call.callee.kind === 'static' && typing.callee(call).kind === 'unknown';
}

/** The first result leads to it; false when there is none but an error. */
function takeResults(follower: Follower, { targets }: Call, shape = OPAQUE): boolean {
  const [first] = targets;
  if (!first || isError(follower, first)) return false;
  follower.add(first, shape);
  return true;
}

/** What is not known by its type is known by the names that it is given. */
function isError({ flow: { typing } }: Follower, result: Variable): boolean {
  return [...namesOfValue(result)].some(
    (each) => isErrorType(typing.typeOf(each)) || /^err/i.test(each.name),
  );
}
