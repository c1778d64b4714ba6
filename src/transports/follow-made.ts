import { isTransport } from '../flow/request/http.ts';
import { isWithin } from '../ir/literals.ts';
import type { Operation } from '../ir/ir.ts';
import type { Follower } from './follow.ts';
import { closure, holder, list } from './shape.ts';

/** A function literal leads to the transport when what it captures or gives does. */
export function followClosure(
  follower: Follower,
  { target, function: literal }: Operation & { op: 'closure' },
): void {
  const { carried, storers } = follower;
  const gives = storers.has(literal) || literal.results.some((result) => carried.has(result));
  const captured = [...carried].filter(
    ([variable]) => literal.captures.has(variable) || (gives && isWithin(variable.function, literal)),
  );
  if (captured.length > 0) follower.add(target, closure(literal, new Map(captured)));
}

/** A composite literal with an element that leads to the transport. */
export function followComposite(
  follower: Follower,
  { target, elements }: Operation & { op: 'composite' },
): void {
  const { typing } = follower.flow;
  const type = typing.typeOf(target);
  // What another transport has of this one, such as a function that dials, does not make it the same pool.
  if (isTransport(type)) return;
  elements.forEach(({ field, value }, index) => {
    const shape = follower.carried.get(value);
    if (!shape) return;
    const underlying = typing.types.underlying(type);
    const name = field ?? (underlying.kind === 'struct' ? underlying.fields[index]?.name : undefined);
    const isStruct = underlying.kind === 'struct' || underlying.kind === 'unknown';
    follower.add(target, name !== undefined && isStruct ? holder(name, shape, type) : list(shape));
  });
}
