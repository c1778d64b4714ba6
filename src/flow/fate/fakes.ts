import type { Call, Operation, Variable } from '../../ir/ir.ts';
import { givenTo } from '../../ir/ir.ts';
import type { Typing } from '../../ir/typing.ts';
import type { Connections, Yields } from '../request/connection.ts';
import { yieldsResponse } from './fresh.ts';

/** Calls in arguments of calls, and elements of elements, are looked into this deep. */
const DEPTH = 5;
/** Definitions are followed this far from a function to the literal that it is. */
const DEFINITIONS = 16;

/**
 * Knows in test files what is made from something that stands in for the network: a client whose transport is a fake, or
 * a function that makes responses by hand, given to whatever constructor or option.
 */
export class Fakes {
  private readonly typing: Typing;
  private readonly connections: Connections;
  private readonly yields: Yields;

  constructor(typing: Typing, connections: Connections, yields: Yields) {
    this.typing = typing;
    this.connections = connections;
    this.yields = yields;
  }

  /** True when what a call is given, or what it is called on, is made from a fake: it obtains nothing. */
  areBehind(call: Call): boolean {
    const called = call.callee.kind === 'value' ? [call.callee.function] : [];
    const seen = new Set<Variable>();
    return [...called, ...givenTo(call)].some(
      (each) => each.function.file.isTest && this.isMadeOfFake(each, seen),
    );
  }

  private isMadeOfFake(variable: Variable, seen: Set<Variable>, depth = 0): boolean {
    if (depth > DEPTH || variable.kind === 'parameter' || seen.has(variable)) return false;
    seen.add(variable);
    return (
      this.isFake(variable) || variable.definitions.some((each) => this.makesFake(each, seen, depth + 1))
    );
  }

  private makesFake(definition: Operation, seen: Set<Variable>, depth: number): boolean {
    switch (definition.op) {
      case 'assign':
      case 'convert':
        return this.isMadeOfFake(definition.source, seen, depth);
      case 'composite':
        return definition.elements.some(({ value }) => this.isMadeOfFake(value, seen, depth));
      case 'call':
        return definition.arguments.some((each) => this.isMadeOfFake(each, seen, depth));
      default:
        return false;
    }
  }

  private isFake(variable: Variable): boolean {
    const type = this.typing.types.underlying(this.typing.typeOf(variable));
    if (type.kind === 'function') return yieldsResponse(type) && this.makesByHand(variable);
    return this.connections.connects(variable, 'RoundTrip') === false;
  }

  /** True for a function that is at hand, or is made by one that is, when no response of it came over a connection. */
  private makesByHand({ definitions }: Variable, depth = 0): boolean {
    // Results are zero before they are assigned.
    const made = definitions.filter(({ op }) => op !== 'zero');
    return (
      depth < DEFINITIONS && made.length > 0 && made.every((each) => this.isFunctionByHand(each, depth + 1))
    );
  }

  private isFunctionByHand(definition: Operation, depth: number): boolean {
    switch (definition.op) {
      case 'closure':
        return !this.yields(definition.function);
      case 'global': {
        const named = this.typing.functionNamed(definition.package, definition.name);
        return named !== undefined && !this.yields(named);
      }
      case 'assign':
      case 'convert':
        return this.makesByHand(definition.source, depth);
      case 'call': {
        if (definition.callee.kind !== 'static') return false;
        const maker = this.typing.functionNamed(definition.callee.package, definition.callee.name);
        const made = maker?.results[0];
        return made !== undefined && this.makesByHand(made, depth);
      }
      default:
        return false;
    }
  }
}
