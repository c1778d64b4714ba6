import type { Bindings } from '../callgraph/bindings.ts';
import { constantOf } from '../flow/state/constant.ts';
import { isTransport } from '../flow/request/http.ts';
import type { FunctionGraph, Variable } from '../ir/ir.ts';
import type { Typing } from '../ir/typing.ts';
import type { Element, Pool } from './pool.ts';
import { agreed, elsewhere } from './agreed.ts';
import type { Over, Way } from './wrapper.ts';
import { isAtHand, isSender, overOfFunction, overOfType } from './wrapper.ts';

/** Where pools are found. */
interface Sources {
  ofTransport(value: Variable, bindings: Bindings, depth: number): Pool | undefined;
  ofDefault(graph: FunctionGraph): Pool | undefined;
}

/** Works out the pools of RoundTrippers that send over another one. */
export class WrappedPools {
  private readonly typing: Typing;
  private readonly sources: Sources;

  constructor(typing: Typing, sources: Sources) {
    this.typing = typing;
    this.sources = sources;
  }

  /** The pool of a function that is converted to a RoundTripper. */
  ofFunction(graph: FunctionGraph, bindings: Bindings, depth: number): Pool | undefined {
    const over = overOfFunction(this.typing, graph);
    return over && this.ofOver(over, [], graph, bindings, depth);
  }

  /** The pool of a struct that is made with these elements: when its type is not at hand, of the only sender among them. */
  ofValue(
    variable: Variable,
    elements: readonly Element[],
    bindings: Bindings,
    depth: number,
  ): Pool | undefined {
    const type = this.typing.typeOf(variable);
    if (isTransport(type)) return undefined;
    const given = elements.filter(({ value }) => constantOf(this.typing, value)?.kind !== 'nil');
    const over = overOfType(this.typing, type);
    if (over) return this.ofOver(over, given, variable.function, bindings, depth);
    const [inner, ...others] = isAtHand(this.typing, type)
      ? []
      : given.filter(({ value }) => isSender(this.typing.typeOf(value)));
    return inner && others.length === 0 ? this.sources.ofTransport(inner.value, bindings, depth) : undefined;
  }

  /** What the calls of a RoundTripper that are reached with these fields are sent over. */
  private ofOver(
    over: readonly Over[],
    given: readonly Element[],
    graph: FunctionGraph,
    bindings: Bindings,
    depth: number,
  ): Pool | undefined {
    const isGiven = (name: string) => given.some(({ field }) => field === name);
    const reached = over.filter(({ needs }) => needs.every(({ field, isNil }) => isGiven(field) !== isNil));
    return agreed(reached.map(({ ways }) => this.ofWays(ways, given, graph, bindings, depth)));
  }

  /** A field that a RoundTripper is made with, or else what stands in for it. */
  private ofWays(
    ways: readonly Way[],
    given: readonly Element[],
    graph: FunctionGraph,
    bindings: Bindings,
    depth: number,
  ): Pool | undefined {
    const fields = ways.flatMap((way) =>
      way.kind === 'field' ? given.filter(({ field }) => field === way.field) : [],
    );
    if (fields.length > 0)
      return agreed(fields.map(({ value }) => this.sources.ofTransport(value, bindings, depth)));
    const others = ways.flatMap((way) => {
      if (way.kind === 'field') return [];
      return [
        way.kind === 'value'
          ? this.sources.ofTransport(way.value, bindings, depth)
          : this.sources.ofDefault(graph),
      ];
    });
    return elsewhere(agreed(others));
  }
}
