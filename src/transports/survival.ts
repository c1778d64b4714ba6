import type { Placed } from '../callgraph/graph-walk.ts';
import type { Variable } from '../ir/ir.ts';
import { reachableBlocks } from '../ir/reachable.ts';
import type { Typing } from '../ir/typing.ts';
import { guardsOf } from './guard.ts';
import type { Shape } from './shape.ts';

type Place = Pick<Placed, 'graph' | 'block'>;

/** False for an opaque value that becomes something that holds nothing: a string, bytes, an error. */
export function mayLead(typing: Typing, variable: Variable, shape: Shape): boolean {
  if (shape.kind !== 'opaque') return true;
  const type = typing.typeOf(variable);
  const inner = type.kind === 'slice' || type.kind === 'array' ? type.element : type;
  return inner.kind !== 'basic' || inner.name === 'any';
}

/** True when the transport is not there, for a place is only reached while a variable that leads to it is nil. */
export function isAbsent(carried: ReadonlyMap<Variable, Shape>, { graph, block }: Place): boolean {
  return guardsOf(graph, block).some(({ variable, value }) => {
    const shape = value === 'nil' ? carried.get(variable) : undefined;
    if (shape?.kind !== 'opaque') return shape !== undefined;
    // It is the transport with something around it that a field leads to, not any element of a container.
    return variable.definitions.every(
      (each) => each.op === 'field' && carried.get(each.base)?.kind === 'holder',
    );
  });
}

/** Whether a way leads from the start to the end of the function past the operation that puts another transport in its place. */
export function survives(from: Place, { graph, block }: Place): boolean {
  const start = from.graph === graph ? from.block : graph.blocks[0];
  if (!start || start === block) return false;
  const passed = reachableBlocks(graph, (_, to) => to !== block, [start]);
  return [...passed].some(({ terminator }) => terminator.kind === 'return');
}
