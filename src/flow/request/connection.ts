import type { Call, FunctionGraph, Operation, Variable } from '../../ir/ir.ts';
import type { Typing } from '../../ir/typing.ts';
import type { Declaration } from '../../resolve/declaration.ts';
import type { Type } from '../../resolve/type.ts';
import { isClient, isTransport } from './http.ts';

/** Definitions are followed this far. */
const DEPTH = 6;

/** Whether a function's result may be a response that came over a connection. */
export type Yields = (graph: FunctionGraph) => boolean;

/**
 * Whether requests made through a value, a client or a round tripper, go over a connection. False for the fakes
 * of tests, whose responses are made by hand; undefined where the value comes from elsewhere.
 */
export class Connections {
  private readonly typing: Typing;
  private readonly yields: Yields;

  constructor(typing: Typing, yields: Yields) {
    this.typing = typing;
    this.yields = yields;
  }

  /** True for the value of a variable when any of its definitions connects, false when none does. */
  connects(variable: Variable, method: string, depth = 0): boolean | undefined {
    if (variable.kind === 'parameter' || variable.definitions.length === 0 || depth > DEPTH) return undefined;
    const given = this.givenTransports(variable);
    // A transport that is set later replaces the one with which the client was made.
    const decisive = given.length > 0 ? given : variable.definitions;
    const answers = decisive.map((each) => this.defined(each, method, depth));
    if (answers.includes(true)) return true;
    return answers.includes(undefined) ? undefined : false;
  }

  private defined(definition: Operation, method: string, depth: number): boolean | undefined {
    switch (definition.op) {
      case 'assign':
      case 'convert':
        return this.converted(definition, method, depth);
      case 'call':
        return this.called(definition, method, depth);
      case 'closure':
        return this.yields(definition.function);
      case 'set field':
        return this.connects(definition.source, 'RoundTrip', depth + 1);
      case 'zero':
        return this.typed(this.typing.typeOf(definition.target), method);
      case 'composite': {
        const type = this.typing.typeOf(definition.target);
        const transport = definition.elements.find(({ field }) => field === 'Transport');
        if (!isClient(type)) return this.typed(type, method);
        return transport ? this.connects(transport.value, 'RoundTrip', depth + 1) : true;
      }
      default:
        return undefined;
    }
  }

  /** What a call makes from a fake and from nothing else that connects is a fake: a wrapper, or a client. */
  private called(call: Call, method: string, depth: number): boolean | undefined {
    const [argument] = call.arguments;
    if (argument !== undefined && this.typing.callee(call).kind === 'conversion')
      return this.connects(argument, method, depth + 1);
    const senders = call.arguments.filter((each) => this.sends(each));
    const isFake = (each: Variable) => this.connects(each, 'RoundTrip', depth + 1) === false;
    return senders.length > 0 && senders.every(isFake) ? false : undefined;
  }

  private sends(variable: Variable): boolean {
    return this.typing.types.select(this.typing.typeOf(variable), 'RoundTrip')?.kind === 'method';
  }

  private converted(
    definition: Operation & { op: 'assign' | 'convert' },
    method: string,
    depth: number,
  ): boolean | undefined {
    const inner = this.connects(definition.source, method, depth + 1);
    if (inner !== undefined || definition.op === 'assign') return inner;
    return this.typed(this.typing.typeOf(definition.target), method);
  }

  /** A value of a type declared here connects when its method yields a response from somewhere. */
  private typed(type: Type, method: string): boolean | undefined {
    if (isClient(type) || isTransport(type)) return true;
    const { types, graphs } = this.typing;
    if (types.underlying(type).kind === 'interface') return undefined;
    const declaration = types.select(type, method)?.declaration;
    return declaration && !declaration.package.isModel
      ? this.implementation(declaration, graphs.of(declaration))
      : undefined;
  }

  private implementation(declaration: Declaration, graph: FunctionGraph | undefined): boolean | undefined {
    if (!graph || !declaration.hasBody) return undefined;
    if (this.yields(graph)) return true;
    const isUnknown = !graph.file.isTest && graph.results.some((result) => this.isFromElsewhere(result));
    return isUnknown ? undefined : false;
  }

  /** True when some value of a variable is what code gave that is not at hand: it may have come over a connection. */
  private isFromElsewhere(variable: Variable, depth = 0): boolean {
    return variable.definitions.some((definition) => {
      if (definition.op === 'call') {
        const { kind } = this.typing.callee(definition);
        return kind === 'unknown' || kind === 'value';
      }
      const isCopy = definition.op === 'assign' || definition.op === 'convert';
      return isCopy && depth < DEPTH && this.isFromElsewhere(definition.source, depth + 1);
    });
  }

  /** The transports that are set on a client after it was made, in the same function. */
  private givenTransports(variable: Variable): Operation[] {
    if (!isClient(this.typing.typeOf(variable))) return [];
    return variable.function.blocks.flatMap((block) =>
      block.operations.filter(
        (each) => each.op === 'set field' && each.base === variable && each.field === 'Transport',
      ),
    );
  }

  /**
   * True when a call through an interface in a test file may well reach a fake: when the package's test files
   * declare something that implements it and makes its responses by hand.
   */
  mayBeFake(owner: Type, method: string, graph: FunctionGraph): boolean {
    if (!graph.file.isTest) return false;
    const { types, graphs } = this.typing;
    const files = graph.package.files.filter((file) => file.isTest);
    const methods = files
      .flatMap((file) => graph.package.declarationsOf(file))
      .filter((each) => each.kind === 'method' && each.name === method && each.receiver !== undefined);
    return methods.some((each) => {
      const type = each.receiver === undefined ? undefined : graph.package.lookup(each.receiver);
      if (!type || !types.implements(types.defined(type), owner)) return false;
      return this.implementation(each, graphs.of(each)) === false;
    });
  }
}
