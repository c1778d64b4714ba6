import { operationsAfter, operationsOf } from '../callgraph/graph-walk.ts';
import { isWithin } from '../ir/literals.ts';
import type { Placed } from '../callgraph/graph-walk.ts';
import type { Flow } from '../flow/summary/flow.ts';
import type { FunctionGraph, Operation, Variable } from '../ir/ir.ts';
import type { Shape } from './shape.ts';
import { shapeKey } from './shape.ts';
import { Follower } from './follow.ts';
import type { Life } from './life.ts';
import { LOST, NEUTRAL } from './life.ts';

/** Calls of calls are followed this far. */
const DEPTH = 6;

/** Follows transports through functions; remembers what functions do with their parameters. */
export class TransportLives {
  readonly flow: Flow;
  private readonly summaries = new Map<string, Life>();

  constructor(flow: Flow) {
    this.flow = flow;
  }

  /**
   * What becomes of a transport to which these variables of a function lead once an operation is done, and the objects
   * that these denote. `root` is the top-level function, or a literal in it that others call.
   */
  follow(
    root: FunctionGraph,
    origin: Placed,
    entry: ReadonlyMap<Variable, Shape>,
    stored: ReadonlyMap<Variable, Shape> = new Map(),
  ): Life {
    const follower = new Follower(this, root, entry, 0, origin);
    for (const [object, shape] of stored) follower.store(object, shape);
    // The call that stores it is over: it does not find it there.
    const later = operationsAfter(origin).filter(
      ({ operation, graph }) =>
        (stored.size === 0 || operation !== origin.operation) && (!root.outer || isWithin(graph, root)),
    );
    if (follower.kept) return LOST;
    const first = follower.run(later);
    const before = first.kept ? [] : movesBefore(follower, later);
    const life = before.length > 0 ? follower.run([...before, ...later]) : first;
    // What a literal assigns to a variable of a function around it is there after it.
    const isCaptured = root.outer && [...life.carried.keys()].some((each) => !isWithin(each.function, root));
    return isCaptured || life.isOverwritten ? LOST : life;
  }

  /** The same for a transport that is kept until another takes its place: what is sent over it until the function is over. */
  followKept(
    root: FunctionGraph,
    origin: Placed,
    entry: ReadonlyMap<Variable, Shape>,
    stored: ReadonlyMap<Variable, Shape>,
  ): Life {
    const follower = new Follower(this, root, entry, 0, origin, true);
    for (const [object, shape] of stored) follower.store(object, shape);
    return follower.run(operationsAfter(origin).filter(({ operation }) => operation !== origin.operation));
  }

  /** What a call of a function or literal does when these parameters and captured variables lead to the transport. */
  ofCall(graph: FunctionGraph, entry: ReadonlyMap<Variable, Shape>, depth: number): Life {
    if (depth > DEPTH) return LOST;
    const key = shapeKey({ kind: 'closure', functions: new Map([[graph, entry]]) });
    const known = this.summaries.get(key);
    if (known) return known;
    // A function that hands it to itself does nothing new with it.
    this.summaries.set(key, NEUTRAL);
    const [block] = graph.blocks;
    if (!block) return NEUTRAL;
    const life = new Follower(this, graph, entry, depth, { graph, block }).run(operationsOf(graph));
    this.summaries.set(key, life);
    return life;
  }
}

/** What had been done with the objects that hold the transport now: put into others, captured, handed to globals. */
function movesBefore({ root, objects }: Follower, later: readonly Placed[]): readonly Placed[] {
  if (objects.size === 0) return [];
  const seen = new Set(later.map(({ operation }) => operation));
  return operationsOf(root).filter(({ operation }) => !seen.has(operation) && isMove(operation, objects));
}

function isMove(operation: Operation, objects: ReadonlySet<Variable>): boolean {
  switch (operation.op) {
    case 'assign':
    case 'convert':
    case 'composite':
    case 'closure':
      return true;
    case 'set field':
    case 'set element':
    case 'set global':
      return objects.has(operation.source);
    default:
      return false;
  }
}
