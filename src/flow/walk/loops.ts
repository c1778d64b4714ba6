import { blockOf } from '../../ir/blocks.ts';
import type { Block, Call, FunctionGraph, Span, Variable } from '../../ir/ir.ts';
import { givenTo, targetsOf } from '../../ir/ir.ts';
import { cycleThrough, entriesOf, predecessorsAmong, reach, reachableBlocks } from '../../ir/reachable.ts';
import type { Flow, Origin } from '../summary/flow.ts';
import { leadsFrom } from '../state/leads-from.ts';
import { leadsToBody } from '../state/handle.ts';
import type { State } from '../state/state.ts';

const NOTHING: ReadonlySet<Variable> = new Set();
const carried = new WeakMap<Call, ReadonlySet<Variable>>();
const loops = new WeakMap<Block, { readonly blocks: ReadonlySet<Block> | undefined }>();

/**
 * The variables that one iteration of the loops around a call leaves to the next: which iteration it is in which the call
 * obtains a response is not known, and so are they.
 */
export function carriedAround(flow: Flow, graph: FunctionGraph, call: Call): ReadonlySet<Variable> {
  let found = carried.get(call);
  if (!found) carried.set(call, (found = search(flow, graph, call)));
  return found;
}

function search(flow: Flow, graph: FunctionGraph, call: Call): ReadonlySet<Variable> {
  const block = blockOf(graph, call);
  const blocks = block && loopAround(block);
  if (!blocks) return NOTHING;
  const assigned = [...blocks].flatMap(({ operations }) => operations.flatMap(targetsOf));
  const live = flow.liveness(graph);
  const headers = [...entriesOf(graph, blocks)];
  return new Set(assigned.filter((variable) => headers.some((header) => live.isLive(variable, header))));
}

/** The blocks from which control comes back to a block, when it does. */
function loopAround(block: Block): ReadonlySet<Block> | undefined {
  let loop = loops.get(block);
  if (!loop) loops.set(block, (loop = { blocks: block.loopDepth > 0 ? cycleThrough(block) : undefined }));
  return loop.blocks;
}

/**
 * True when a way leaves a loop before its first iteration that would read the body: whoever reads in a loop has seen to it
 * that there is something to read.
 */
export function passesByReading(
  graph: FunctionGraph,
  block: Block,
  to: Block,
  state: State,
  origin: Call | undefined,
): boolean {
  if (block.loopDepth === 0 || state.read !== 'none') return false;
  const blocks = loopAround(block);
  if (!blocks || blocks.has(to) || !entriesOf(graph, blocks).has(block)) return false;
  const operations = [...blocks].flatMap((each) => each.operations);
  return (
    !operations.some((each) => each === origin) &&
    operations.some((each) => each.op === 'call' && reads(each, state))
  );
}

const endless = new WeakMap<Block, { readonly at: Span | undefined }>();

/** Where a loop begins that a block is the header of, when no way leads from there to a return. */
export function endlessLoopAt(graph: FunctionGraph, header: Block): Span | undefined {
  if (header.loopDepth === 0) return undefined;
  let found = endless.get(header);
  if (!found) endless.set(header, (found = { at: searchEndless(graph, header) }));
  return found.at;
}

function searchEndless(graph: FunctionGraph, header: Block): Span | undefined {
  const blocks = loopAround(header);
  if (!blocks || !entriesOf(graph, blocks).has(header)) return undefined;
  const after = reachableBlocks(graph, undefined, [header]);
  if ([...after].some(({ terminator }) => terminator.kind === 'return')) return undefined;
  const spans = [...blocks].flatMap(({ operations }) => operations.map(({ span }) => span));
  return spans.toSorted((one, other) => one.start - other.start)[0];
}

function reads(call: Call, state: State): boolean {
  const name = 'name' in call.callee ? call.callee.name : '';
  return (
    READING.test(name) && givenTo(call).some((variable) => leadsFrom(variable, (each) => isBody(state, each)))
  );
}

/** Readers are asked so in Go. */
const READING = /^(?:Read|Copy|Decode|Scan|Token|Next|Peek|Discard)/;

function isBody({ handles }: State, variable: Variable): boolean {
  const handle = handles.get(variable);
  return handle !== undefined && leadsToBody(handle);
}

/** The blocks from which the call of an origin can be reached. */
export function blocksBefore(graph: FunctionGraph, origin: Origin): ReadonlySet<Block> {
  const predecessors = predecessorsAmong(graph.blocks);
  const within = graph.blocks.filter((block) => block.operations.includes(origin.call));
  return reach(within, (block) => predecessors.get(block) ?? []);
}
