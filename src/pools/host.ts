import type { Call, FunctionGraph, Operation, Variable } from '../ir/ir.ts';
import type { Typing } from '../ir/typing.ts';
import type { Bindings } from '../callgraph/bindings.ts';
import { bound } from '../callgraph/bindings.ts';
import { constantOf } from '../flow/constant.ts';
import type { Cycle } from '../callgraph/cycles.ts';
import { passedTo } from '../flow/entry.ts';
import { operationsOf, outermost } from '../callgraph/graph-walk.ts';
import { isNamed } from '../flow/http.ts';

/** Definitions are followed this far back. */
const DEPTH = 16;

/** The position of the URL among the arguments of the functions of net/http that take one. */
const URL_ARGUMENTS: ReadonlyMap<string, number> = new Map([
  ['Get', 0],
  ['Post', 0],
  ['PostForm', 0],
  ['NewRequest', 1],
  ['NewRequestWithContext', 2],
]);

/** Functions whose result begins as this argument does. */
const PREFIX_KEEPING: ReadonlyMap<string, number> = new Map([
  ['fmt.Sprint', 0],
  ['net/url.JoinPath', 0],
  ['net/url.Parse', 0],
  ['strings.TrimPrefix', 0],
  ['strings.TrimRight', 0],
  ['strings.TrimSpace', 0],
  ['strings.TrimSuffix', 0],
]);

/** One way to a request: the loop that starts goroutines, the function it stands in, and what parameters are. */
export interface LoopContext {
  readonly graph: FunctionGraph;
  readonly cycle: Cycle;
  readonly bindings: Bindings;
  /** Interface values that decide whether the request is reached at all. */
  readonly receivers: readonly Variable[];
}

/** True when all goroutines that a loop starts send a request to the same host. */
export function isOneHost(typing: Typing, request: Call, context: LoopContext): boolean {
  const check = new HostCheck(typing, context);
  return context.receivers.every((receiver) => check.isOneObject(receiver)) && check.ofRequest(request);
}

class HostCheck {
  private readonly typing: Typing;
  private readonly context: LoopContext;
  /** All that has been asked must hold: what was asked before need not be asked again. */
  private readonly asked = new Set<Variable>();

  constructor(typing: Typing, context: LoopContext) {
    this.typing = typing;
    this.context = context;
  }

  /** True when a value is the same object in every iteration. */
  isOneObject(value: Variable): boolean {
    return this.isFixedObject(value, this.context.bindings, 0);
  }

  ofRequest(call: Call, depth = 0): boolean {
    const { callee } = call;
    const name = callee.kind === 'static' || callee.kind === 'method' ? callee.name : '';
    const index = URL_ARGUMENTS.get(name);
    const url = index === undefined ? undefined : call.arguments[index];
    if (url) return this.isFixed(url, this.context.bindings, depth);
    const [request] = call.arguments;
    return request !== undefined && this.requestIsFixed(request, this.context.bindings, depth);
  }

  /** Follows a request back to the call that made it. */
  private requestIsFixed(request: Variable, bindings: Bindings, depth: number): boolean {
    const variable = bound(bindings, request);
    if (depth > DEPTH || variable.definitions.length === 0 || variable.kind === 'parameter') return false;
    return variable.definitions.every((definition) => {
      if (definition.op === 'assign' || definition.op === 'convert')
        return this.requestIsFixed(definition.source, bindings, depth + 1);
      if (definition.op !== 'call') return false;
      const { callee } = definition;
      if (callee.kind === 'static' && callee.package === 'net/http')
        return this.ofMaking(definition, bindings, depth);
      const isCopy = callee.kind === 'method' && (callee.name === 'WithContext' || callee.name === 'Clone');
      if (isCopy) return this.requestIsFixed(callee.receiver, bindings, depth + 1);
      const inner = this.result(definition, variable, bindings);
      return inner !== undefined && this.requestIsFixed(inner.result, inner.bindings, depth + 1);
    });
  }

  private ofMaking(call: Call, bindings: Bindings, depth: number): boolean {
    const index = call.callee.kind === 'static' ? URL_ARGUMENTS.get(call.callee.name) : undefined;
    const url = index === undefined ? undefined : call.arguments[index];
    return url !== undefined && this.isFixed(url, bindings, depth + 1);
  }

  /** True when the beginning of a URL, up to the host at least, is the same whichever iteration it belongs to. */
  private isFixed(value: Variable, bindings: Bindings, depth: number): boolean {
    const variable = bound(bindings, value);
    if (depth > DEPTH) return false;
    if (this.asked.has(variable)) return true;
    this.asked.add(variable);
    const constant = constantOf(this.typing, variable);
    if (constant) return constant.kind === 'string' && hasHost(constant.value);
    if (variable.kind === 'parameter') return this.isAround(variable.function);
    const { definitions } = variable;
    return (
      definitions.length > 0 &&
      definitions.every((each) => this.isFixedBy(variable, each, bindings, depth + 1))
    );
  }

  /** The function of the loop, and those around it, set their variables before the loop, as far as it does not. */
  private isAround(graph: FunctionGraph): boolean {
    for (let around: FunctionGraph | undefined = this.context.graph; around; around = around.outer) {
      if (around === graph) return true;
    }
    return false;
  }

  private isFixedBy(variable: Variable, definition: Operation, bindings: Bindings, depth: number): boolean {
    if (this.isAround(variable.function) && !this.context.cycle.operations.has(definition)) {
      // Set before the loop; unless in a literal, which may run in it.
      if (this.standsAround(variable, definition)) return true;
    }
    switch (definition.op) {
      case 'assign':
      case 'convert':
        return this.isFixed(definition.source, bindings, depth);
      case 'field':
        return this.isFixedObject(definition.base, bindings, depth);
      case 'element':
        return hasConstantIndex(variable, definition) && this.isFixedObject(definition.base, bindings, depth);
      case 'global':
        return true;
      case 'combine':
        return this.isFixedSum(definition, bindings, depth);
      case 'call':
        return this.isFixedCall(variable, definition, bindings, depth);
      default:
        return false;
    }
  }

  private standsAround(variable: Variable, definition: Operation): boolean {
    return variable.function.blocks.some((block) => block.operations.includes(definition));
  }

  /** An object whose fields or elements make the URL. */
  private isFixedObject(value: Variable, bindings: Bindings, depth: number): boolean {
    const variable = bound(bindings, value);
    if (variable.kind === 'parameter') return this.isAround(variable.function);
    const constant = constantOf(this.typing, variable);
    if (constant) return true;
    const { definitions } = variable;
    return (
      depth <= DEPTH &&
      definitions.length > 0 &&
      definitions.every((each) => this.isFixedBy(variable, each, bindings, depth + 1))
    );
  }

  /** A sum of strings begins as its first operand does, if that has the host. */
  private isFixedSum(
    { operator, operands }: Operation & { op: 'combine' },
    bindings: Bindings,
    depth: number,
  ): boolean {
    const [first, second] = operands;
    if (operator !== '+' || !first || !second) return false;
    const constant = constantOf(this.typing, bound(bindings, first));
    if (constant?.kind === 'string' && !hasWholeHost(constant.value)) {
      return isScheme(constant.value) && this.isFixed(second, bindings, depth);
    }
    return this.isFixed(first, bindings, depth);
  }

  private isFixedCall(variable: Variable, call: Call, bindings: Bindings, depth: number): boolean {
    const { callee } = call;
    if (callee.kind === 'static') {
      const name = `${callee.package}.${callee.name}`;
      if (name === 'fmt.Sprintf') return this.isFixedFormat(call, bindings, depth);
      const index = PREFIX_KEEPING.get(name);
      const first = index === undefined ? undefined : call.arguments[index];
      if (first) return this.isFixed(first, bindings, depth);
    }
    if (callee.kind === 'method' && isNamed(this.typing.typeOf(callee.receiver), 'net/url', 'URL')) {
      return this.isFixed(callee.receiver, bindings, depth);
    }
    const inner = this.result(call, variable, bindings);
    return inner !== undefined && this.isFixed(inner.result, inner.bindings, depth);
  }

  private isFixedFormat(
    { arguments: [format, ...values] }: Call,
    bindings: Bindings,
    depth: number,
  ): boolean {
    const constant = format && constantOf(this.typing, format);
    if (constant?.kind !== 'string') return false;
    const [literal = ''] = constant.value.split('%', 1);
    if (hasWholeHost(literal) || (literal === constant.value && hasHost(literal))) return true;
    const [first] = values;
    if (literal !== '' && !isScheme(literal)) return false;
    const verbs = /^(?:[a-z]+:\/\/)?%[sv]/.test(constant.value);
    return verbs && first !== undefined && this.isFixed(first, bindings, depth);
  }

  /** The result of a function of the program, with its parameters bound to the arguments. */
  private result(
    call: Call,
    target: Variable,
    bindings: Bindings,
  ): { result: Variable; bindings: Bindings } | undefined {
    const callee = this.typing.callee(call);
    if (callee.kind !== 'declared' || callee.declaration.package.isModel) return undefined;
    const graph = this.typing.graphs.of(callee.declaration);
    const result = graph?.results[call.targets.indexOf(target)];
    if (!graph || !result) return undefined;
    const inner = new Map(bindings);
    const passed = passedTo(call, graph);
    graph.parameters.forEach((parameter, index) => {
      const argument = passed[index];
      if (argument) inner.set(parameter, argument);
    });
    return { result, bindings: inner };
  }
}

function isScheme(text: string): boolean {
  return /^https?:\/\/$/.test(text);
}

/** True for a URL that has a host. */
function hasHost(url: string): boolean {
  return /^[a-z]+:\/\/[^/?#]/.test(url);
}

/** True for the beginning of a URL whose host does not go on behind it: `http://host/`, `http://host.example`. */
function hasWholeHost(beginning: string): boolean {
  return /^[a-z]+:\/\/(?:[^/?#]+[/?#]|localhost$|[^/?#]*[.:][^/?#.:-]+$)/.test(beginning);
}

/** The index of an element is evaluated right before it: a constant leaves a constant there. */
function hasConstantIndex(variable: Variable, element: Operation & { op: 'element' }): boolean {
  const block = operationsOf(outermost(variable.function)).find(
    ({ operation }) => operation === element,
  )?.block;
  const before = block?.operations[block.operations.indexOf(element) - 1];
  return (
    before?.op === 'constant' && before.span.start > element.span.start && before.span.end <= element.span.end
  );
}
