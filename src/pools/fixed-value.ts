import type { Call, FunctionGraph, Operation, Variable } from '../ir/ir.ts';
import type { Typing } from '../ir/typing.ts';
import type { Bindings } from '../callgraph/bindings.ts';
import { bound } from '../callgraph/bindings.ts';
import type { Cycle } from '../callgraph/cycles.ts';
import { cyclesAround } from '../callgraph/cycles.ts';
import { operationsOf } from '../callgraph/graph-walk.ts';
import { outermost } from '../ir/literals.ts';
import { constantOf } from '../flow/state/constant.ts';
import { passedTo } from '../flow/summary/entry.ts';
import { tellingOf } from './telling.ts';

/** Definitions are followed this far back. */
const DEPTH = 16;

/** With more implementations than this, what a call through an interface gives counts as unknown. */
const MANY_IMPLEMENTATIONS = 16;

/** Functions whose result depends on nothing but their arguments, or on what does not change while a program runs. */
const PURE: ReadonlySet<string> = new Set(['strings', 'strconv', 'net/url', 'path', 'unicode/utf8']);
const PURE_FUNCTIONS = /^(?:fmt\.Sprint(?:f|ln)?|net\.JoinHostPort|os\.(?:Getenv|LookupEnv|Hostname))$/;

/** One way to a request: the function that goes on in many goroutines, its loop, and what parameters are. */
export interface SharedContext {
  /** The function of the loop that starts goroutines, or a handler. */
  readonly graph: FunctionGraph;
  /** Undefined for a handler. */
  readonly cycle: Cycle | undefined;
  readonly bindings: Bindings;
}

/** A result of a function of the program, with its parameters bound to the arguments. */
export interface InnerResult {
  readonly result: Variable;
  readonly bindings: Bindings;
}

/** Tells which values are the same in all goroutines. */
export class FixedValues {
  readonly typing: Typing;
  readonly context: SharedContext;
  /** Answers, and the negative one for what is being asked. */
  private readonly asked = new Map<Variable, boolean>();

  constructor(typing: Typing, context: SharedContext) {
    this.typing = typing;
    this.context = context;
  }

  /** True when a variable holds the same value in all goroutines: one object, or equal strings and numbers. */
  isFixed(value: Variable, bindings: Bindings = this.context.bindings, depth = 0): boolean {
    const variable = bound(bindings, value);
    if (depth > DEPTH) return false;
    const known = this.asked.get(variable);
    if (known !== undefined) return known;
    if (constantOf(this.typing, variable)) return true;
    if (variable.kind === 'parameter') return this.isOuterParameter(variable);
    // What depends on itself grows: a counter.
    this.asked.set(variable, false);
    const definitions = tellingOf(this.typing, variable);
    const isFixed =
      definitions.length > 0 &&
      definitions.every((each) => this.isFixedBy(variable, each, bindings, depth + 1));
    this.asked.set(variable, isFixed);
    return isFixed;
  }

  /** The parameters of the loop's function and of those around it are set before the loop; a handler's change with each request. */
  isOuterParameter(parameter: Variable): boolean {
    const { function: graph } = parameter;
    const { graph: shared, cycle } = this.context;
    if (!cycle && graph === shared) return graph.hasReceiver && graph.parameters[0] === parameter;
    return this.isAround(graph);
  }

  /** True for a definition that is over before the goroutines start. */
  isBefore(variable: Variable, definition: Operation): boolean {
    const { graph, cycle } = this.context;
    if (!this.isAround(variable.function) || cycle?.operations.has(definition)) return false;
    if (!cycle && variable.function === graph) return false;
    // Unless it stands in a literal, which may run with them.
    const place = variable.function.blocks.find((block) => block.operations.includes(definition));
    if (!place || !cycle || variable.function !== graph) return place !== undefined;
    // A loop beside theirs that makes what they are to run goes on while they do.
    return !cyclesAround(graph, place).some(
      (beside) => !beside.blocks.has(cycle.header) && makesLiterals(beside),
    );
  }

  /**
   * The results of a call that a variable gets, of each function of the program that the call may reach; none when they
   * are not all seen.
   */
  resultsOf(call: Call, target: Variable, bindings: Bindings): readonly InnerResult[] {
    const graphs = this.calledBy(call);
    const results = graphs.map((graph) => resultIn(graph, call, target, bindings));
    return results.every((each) => each !== undefined) ? results : [];
  }

  /** The functions of the program that a call may reach; none when they are not all seen. */
  calledBy(call: Call): readonly (FunctionGraph | undefined)[] {
    const callee = this.typing.callee(call);
    if (callee.kind === 'declared')
      return callee.declaration.package.isModel ? [] : [this.typing.graphs.of(callee.declaration)];
    if (callee.kind !== 'dynamic' || call.callee.kind !== 'method') return [];
    const dispatched = this.typing.typeOf(call.callee.receiver);
    // The standard library has types of its own behind its interfaces.
    if (dispatched.kind === 'named' && dispatched.declaration?.package.isModel) return [];
    const implementations = this.typing.types.implementations(dispatched, callee.name);
    return implementations.length > MANY_IMPLEMENTATIONS
      ? []
      : implementations.map((each) => this.typing.graphs.of(each));
  }

  private isAround(graph: FunctionGraph): boolean {
    for (let around: FunctionGraph | undefined = this.context.graph; around; around = around.outer) {
      if (around === graph) return true;
    }
    return false;
  }

  private isFixedBy(variable: Variable, definition: Operation, bindings: Bindings, depth: number): boolean {
    if (this.isBefore(variable, definition)) return true;
    switch (definition.op) {
      case 'assign':
      case 'convert':
        return this.isFixed(definition.source, bindings, depth);
      case 'field':
        return this.isFixed(definition.base, bindings, depth);
      case 'element':
        return hasConstantIndex(variable, definition) && this.isFixed(definition.base, bindings, depth);
      case 'global':
        return true;
      case 'combine':
        return definition.operands.every((each) => this.isFixed(each, bindings, depth));
      case 'call':
        return this.isFixedCall(variable, definition, bindings, depth);
      default:
        return false;
    }
  }

  private isFixedCall(variable: Variable, call: Call, bindings: Bindings, depth: number): boolean {
    const { callee } = call;
    if (callee.kind === 'static') {
      const isPure = PURE.has(callee.package) || PURE_FUNCTIONS.test(`${callee.package}.${callee.name}`);
      if (isPure) return call.arguments.every((each) => this.isFixed(each, bindings, depth));
    }
    const inner = this.resultsOf(call, variable, bindings);
    return inner.length > 0 && inner.every((each) => this.isFixed(each.result, each.bindings, depth));
  }
}

/** True for a loop that makes a literal in each pass, which may run later. */
function makesLiterals({ operations }: Cycle): boolean {
  return [...operations].some(({ op }) => op === 'closure');
}

/** A result of a function that is called, with its parameters bound to the arguments. */
function resultIn(
  graph: FunctionGraph | undefined,
  call: Call,
  target: Variable,
  bindings: Bindings,
): InnerResult | undefined {
  const result = graph?.results[call.targets.indexOf(target)];
  if (!graph || !result) return undefined;
  const inner = new Map(bindings);
  const passed = passedTo(call, graph);
  graph.parameters.forEach((parameter, index) => {
    const argument = passed[index];
    if (argument && argument !== parameter) inner.set(parameter, bound(bindings, argument));
  });
  return { result, bindings: inner };
}

/** The index of an element is evaluated right before it: a constant leaves a constant there. */
export function hasConstantIndex(variable: Variable, element: Operation & { op: 'element' }): boolean {
  const block = operationsOf(outermost(variable.function)).find(
    ({ operation }) => operation === element,
  )?.block;
  const before = block?.operations[block.operations.indexOf(element) - 1];
  return (
    before?.op === 'constant' && before.span.start > element.span.start && before.span.end <= element.span.end
  );
}
