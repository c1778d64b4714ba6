import type { CallSite } from '../callgraph/call-site.ts';
import type { Placed } from '../callgraph/graph-walk.ts';
import { passedTo } from '../flow/summary/entry.ts';
import { namedType } from '../flow/request/http.ts';
import type { FunctionGraph, Variable } from '../ir/ir.ts';
import { outermost } from '../ir/literals.ts';
import type { Typing } from '../ir/typing.ts';
import { mayBeMadeAs } from './fresh.ts';
import { cyclesTowards, repeatedIn } from './frame.ts';
import type { Life, Use } from './life.ts';
import type { Need } from './need.ts';
import { needsOfCaller } from './need.ts';
import type { Shape } from './shape.ts';
import type { Settings } from './transport.ts';

/** A place at which a function comes to have the transport. */
export interface Origin extends Placed {
  /** The top-level function around it, or a literal that is called by the name of what holds it. */
  readonly root: FunctionGraph;
  readonly entry: ReadonlyMap<Variable, Shape>;
  /** Objects in which a function that is called there stores it. */
  readonly stored: ReadonlyMap<Variable, Shape>;
  readonly needs: readonly Need[];
  /** What the functions that hand it out have sent over it. */
  readonly uses: readonly Use[];
  readonly isHidden: boolean;
  readonly handedOut: readonly CallSite[];
  readonly settings: Settings;
  readonly isChanged: boolean;
  /** How many more functions are looked into. */
  readonly budget: { left: number };
}

/** A call by which a function comes to have what another one returns or stores; undefined when it gets nothing. */
export function originAt(
  typing: Typing,
  site: CallSite,
  origin: Origin,
  life: Life,
  root: FunctionGraph,
): Origin | undefined {
  const { graph, block, call: operation } = site;
  const entry = selected(life.returned, operation.targets);
  const passed = root.outer ? operation.arguments : passedTo(operation, root);
  const stored = selected(life.storedIn, passed);
  if (entry.size + stored.size === 0 || !mayReach(typing, site, root, stored)) return undefined;
  const needs = needsOfCaller(typing, site, root, origin.needs);
  if (!needs) return undefined;
  const handedOut = [...origin.handedOut, site];
  const at = { graph, block, operation };
  const uses = life.uses.map((use) => {
    const around = cyclesTowards(typing, use.at, root);
    return { ...use, at, repetition: repeatedIn(typing, use.repetition, around) };
  });
  return {
    ...origin,
    ...at,
    root: outermost(graph),
    entry,
    stored,
    needs,
    uses,
    isHidden: life.isHidden,
    handedOut,
  };
}

/** A call through an interface stores it in its receiver only if that was made as one of this method's. */
function mayReach(
  typing: Typing,
  site: CallSite,
  root: FunctionGraph,
  stored: ReadonlyMap<Variable, Shape>,
): boolean {
  const { callee } = site.call;
  if (!site.isShared || callee.kind !== 'method' || !stored.has(callee.receiver)) return true;
  const [receiver] = root.parameters;
  const type = receiver && namedType(typing.typeOf(receiver));
  return type !== undefined && mayBeMadeAs(typing, callee.receiver, type);
}

function selected(
  shapes: ReadonlyMap<number, Shape>,
  variables: readonly Variable[],
): ReadonlyMap<Variable, Shape> {
  const found = new Map<Variable, Shape>();
  for (const [index, shape] of shapes) {
    const variable = variables[index];
    if (variable) found.set(variable, shape);
  }
  return found;
}
